"""Making reports in the formats that were asked for, and comparing one with a file."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from pilotkit.cli.options import refuse
from pilotkit.cli.outputs import Outputs, differs, tell
from pilotkit.cli.own_templates import own_template, path_of
from pilotkit.cli.progress import PROGRESS
from pilotkit.model.files import Files
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case
from pilotkit.report.format import Setting, TemplateFault
from pilotkit.report.formats import FORMATS
from pilotkit.report.index import Written
from pilotkit.report.report import Report
from pilotkit.report.runner import Made, make


@dataclass(frozen=True)
class Making:
    """How reports are made: of which case, in which formats, with whose templates.

    Where `every` report is made, one whose template is `unusable` does not stop the others.
    """

    case: Case
    forms: list[str]
    setting: Setting
    templates: Files
    every: bool = False
    unusable: list[str] = field(default_factory=list)

    def write(self, one: Report, outputs: Outputs, step: str) -> Written:
        """Write a report and print its paths; say so where it is refused."""
        lang = self.case.lang
        if reason := self._reason(one, self.forms):
            tell(_said(one, reason), lang)
            return Written(one, reason=reason)
        if not PROGRESS.quiet:
            tell(Sentence(f"正在生成 {step} {one.title.zh}", f"making {step} {one.name}"), lang)
        try:
            return Written(one, tuple(outputs.put(made) for made in self._made(one, self.forms)))
        except TemplateFault as fault:
            if not self.every:
                raise
            self.unusable.append(one.name)
            tell(fault.sentence, lang)
            return Written(one, reason=fault.sentence)

    def compare(self, keep: Path, wanted: list[Report]) -> bool:
        """Compare a file with a report in the format that the file's name says."""
        lang = self.case.lang
        forms = [one.name for one in FORMATS.values() if one.ending == keep.suffix.lower()]
        if len(wanted) != 1 or not forms:
            alone = Sentence("--keep 一次比较一份报告的一个文件", "--keep compares one file")
            how = Sentence(
                f"例如：pilot report training --keep 改过的.docx；格式：{'、'.join(FORMATS)}",
                f"pilot report training --keep own.docx; formats: {', '.join(FORMATS)}",
            )
            refuse(alone.to(lang), how.to(lang))
        if reason := self._reason(wanted[0], forms):
            refuse(_said(wanted[0], reason).to(lang))
        return differs(keep, next(self._made(wanted[0], forms)), lang)

    def _made(self, one: Report, forms: list[str]) -> Iterator[Made]:
        setting = self.setting
        if any(FORMATS[name].templated for name in forms):
            own = own_template(self.templates, one.name)
            setting = replace(setting, template=own, template_name=path_of(one.name))
        yield from make(one, self.case, forms, setting)

    def _reason(self, one: Report, forms: list[str]) -> Sentence | None:
        """Return why a report is not made of this case or in these formats."""
        if reason := one.refused(self.case):
            return reason
        if forms and not set(forms) & set(one.formats):
            return Sentence(
                f"没有这种格式，可用：{'、'.join(one.formats)}",
                f"not in this format, known: {', '.join(one.formats)}",
            )
        return None


def _said(one: Report, reason: Sentence) -> Sentence:
    return Sentence(f"{one.title.zh}：{reason.zh}", f"{one.name}: {reason.en}")
