"""`pilot integrate`: the four lists of phase five, and the decisions on them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.options import (
    AsOfOption,
    AtOption,
    DryRunOption,
    FolderOption,
    Form,
    FormOption,
    LangOption,
    day,
    echo,
    refuse,
    workspace,
)
from pilotkit.cli.pipeline import examine
from pilotkit.cli.reading import read
from pilotkit.cli.screen import show, width
from pilotkit.cli.trial import Trial, say
from pilotkit.disk.failure import not_written
from pilotkit.disk.writing import sweep, write_new
from pilotkit.edit.integration import Resolution, new_decision, path_of
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.plan.integration import Integration, Matter, integration_of
from pilotkit.report.escape import visible
from pilotkit.report.integrations import json, markdown, text


class Choice(StrEnum):
    """What may become of a matter."""

    MERGE = "合并"
    CITE = "引用"
    REVISE = "修订"
    WITHDRAW = "废止"
    ADD = "补充"
    KEEP = "保留"


@dataclass(frozen=True)
class _Asked:
    """The options of a decision, as they were given."""

    sides: str
    rule: str
    decision: Choice | None
    by: str
    reason: str
    owner: str
    is_rehearsed: bool
    lang: Lang


def integrate(
    folder: FolderOption = Path(),
    form: FormOption = Form.TEXT,
    decide: Annotated[
        str, typer.Option(help="决定哪一条：两方的编号，用逗号隔开 / the ids of a matter: a,b")
    ] = "",
    rule: Annotated[
        str, typer.Option(help="同样各方有几条时，按哪条规则 / the rule, where several are open")
    ] = "",
    decision: Annotated[
        Choice | None, typer.Option(help="决定，默认为拟办 / else what is proposed")
    ] = None,
    by: Annotated[str, typer.Option(help="谁决定 / who decided")] = "",
    reason: Annotated[str, typer.Option(help="为什么 / why")] = "",
    owner: Annotated[str, typer.Option(help="谁去办，默认责任单位 / who carries it out")] = "",
    dry_run: DryRunOption = False,
    as_of: AsOfOption = None,
    at: AtOption = None,
    lang: LangOption = "zh",
) -> None:
    """重复、交叉、矛盾、缺失四张清单；--decide 记下一条决定 / the lists of phase five."""
    if decide:
        if at:
            refuse(Sentence("--decide 不能与 --at 同用", "--decide and --at exclude").to(lang))
        asked = _Asked(decide, rule, decision, by, reason, owner, dry_run, lang)
        _decide(workspace(folder, lang), as_of, asked)
        return
    if rule or decision or by or reason or owner or dry_run:
        alone = Sentence("记下决定要用 --decide 指明哪一条", "a decision says on what: --decide")
        listed = Sentence("编号见 pilot integrate", "the ids: pilot integrate")
        refuse(alone.to(lang), listed.to(lang))
    examined = examine(read(workspace(folder, lang), at), day(as_of))
    repository = examined.repository
    found = integration_of(repository, examined.appraisal.basis.diagnostics)
    if form is Form.JSON:
        echo(json.render(found, repository, lang))
    elif form is Form.MARKDOWN:
        echo(markdown.render(found, repository, lang))
    else:
        show(text.render(found, repository, lang, width()))


def _decide(root: Path, as_of: datetime | None, asked: _Asked) -> None:
    reading, lang = read(root), asked.lang
    examined = examine(reading, day(as_of))
    repository = examined.repository
    found = integration_of(repository, examined.appraisal.basis.diagnostics)
    matter = _meant(found, asked)
    decision = asked.decision or matter.proposed
    made = Resolution(str(decision), asked.by, repository.day, asked.reason, asked.owner or None)
    path, content = path_of(matter), new_decision(repository, matter, made)
    if path in reading.files.texts:
        refuse(Sentence(f"{path} 已有", f"{path} is there already").to(lang))
    trial = Trial(reading, examined, day(as_of), {path: content})
    trial.refuse_if_wrong(lang)
    trial.tell_advice(lang)
    if asked.is_rehearsed:
        echo(content.decode())
        say(Sentence(f"预演，没有写入：{path}", f"dry run, not written: {path}").to(lang))
    else:
        _write(root, path, content, lang)


def _meant(found: Integration, asked: _Asked) -> Matter:
    """Find the open matter between the ids, or leave with what is missing."""
    lang = asked.lang
    if not asked.by.strip() or not asked.reason.strip():
        refuse(Sentence("要写 --by 和 --reason", "--by and --reason are missing").to(lang))
    wanted = {one.strip() for one in asked.sides.replace("，", ",").split(",")}
    between = [one for one in found.open if set(one.ids) == wanted]
    by_rule = {one.finding.name: one for one in reversed(between)}
    if asked.rule:
        by_rule = {asked.rule: by_rule[asked.rule]} if asked.rule in by_rule else {}
    if len(by_rule) > 1:
        several = Sentence("不止一条，用 --rule 指明", "more than one: say which by --rule")
        refuse(several.to(lang), *_listed(between))
    if not by_rule:
        unknown = Sentence(f"没有未决的“{asked.sides}”", f"nothing open between {asked.sides!r}")
        refuse(unknown.to(lang), *_listed(found.open))
    (matter,) = by_rule.values()
    return matter


def _listed(matters: Iterable[Matter]) -> Iterator[str]:
    named = (f"  {','.join(one.ids)} {one.finding.name}" for one in matters)
    return (visible(one) for one in dict.fromkeys(named))


def _write(root: Path, path: str, content: bytes, lang: Lang) -> None:
    sweep(root / "data/integration")
    try:
        write_new(root, path, content)
    except FileExistsError:
        refuse(Sentence(f"{path} 刚刚有了", f"{path} has just appeared").to(lang))
    except OSError as error:
        refuse(not_written(error).to(lang))
    say(Sentence(f"已写入 {path}", f"wrote {path}").to(lang))
