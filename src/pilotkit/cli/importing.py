"""One import: planned, tried out, shown cell by cell, written record by record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import typer

from pilotkit.cli.options import Exit, refuse
from pilotkit.cli.pipeline import Examination
from pilotkit.cli.reading import Reading
from pilotkit.cli.trial import Trial, say
from pilotkit.disk.deposit import deposit
from pilotkit.disk.failure import cannot
from pilotkit.disk.intake import Incoming, take_in
from pilotkit.disk.writing import copy_new, replace, sweep, write_new
from pilotkit.edit.lists.attaching import Attached
from pilotkit.edit.lists.heads import Headed, SheetFault
from pilotkit.edit.lists.plan import CellChange, Created, Plan
from pilotkit.edit.lists.writing import Rewriting
from pilotkit.model.diagnostic import Diagnostic, Severity
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report import gains
from pilotkit.report.escape import one_line, visible

_LONGEST = 40


@dataclass
class Importing:
    """A run with its plan and the files for it; `show` tells of it, `write` does it."""

    root: Path
    reading: Reading
    before: Examination
    lang: Lang
    plan: Plan
    found: Attached

    def __post_init__(self) -> None:
        self.rewriting = Rewriting(self.reading.files.texts)
        self.trial = Trial(self.reading, self.before, None, {})

    def show(self, sheets: Sequence[Headed]) -> None:
        """Show what will become of every cell; leave with all that is wrong, if anything is."""
        self._refuse(self.plan.faults)
        self.rewriting.take(self.plan, _hashes(self.found.files))
        if self.rewriting.texts:
            self._refuse(self._new_errors())
        self._tell_cells()
        for sheet in sheets:
            if sheet.left_out:
                listed = "、".join(sheet.left_out)
                self._say(f"{sheet.grid.name}：没有导入的列：{listed}", f"not imported: {listed}")
        for place, text in self.plan.remarks:
            told = _short(text)
            self._say(
                f"{place}  不是记录，没有导入：{told}", f"{place}  no record, left out: {told}"
            )
        for name in self.found.left_over:
            self._say(f"附件没有对应的行：{name}", f"no row names the file {name}")
        self._tell_counts()

    def tell_unwritten(self, *, dry_run: bool) -> None:
        """Say that nothing was written, and why."""
        if self.plan.is_empty:
            self._say("没有要改的", "nothing to change")
        elif dry_run:
            self._say("预演，没有写入", "dry run, not written")

    def write(self) -> None:
        """Write record by record; each is wholly old or wholly new, and a second run goes on."""
        sweep(self.root / "data")
        new = {one.path for one in self.plan.created}
        for path, content in sorted(self.rewriting.texts.items()):
            files = self.found.files.get(path, ())
            try:
                if path in new and path not in self.reading.files.texts:
                    self._create(path, content, files)
                else:
                    self._replace(path, content, files)
            except OSError as error:
                zh, en = cannot(Sentence(f"写到 {path} 时停下", f"stopped at {path}"), error)
                said = Sentence(
                    f"{zh}；前面的已写入，可再运行一次",
                    f"{en}; what came before is written, run it again",
                )
                refuse(said.to(self.lang))
        self._say(
            f"已写入 {len(self.rewriting.texts)} 个文件", f"wrote {len(self.rewriting.texts)} files"
        )

    def _create(self, path: str, content: bytes, files: Sequence[Incoming]) -> None:
        if files:
            deposit(self.root, path, content, files)
        else:
            write_new(self.root, path, content)

    def _replace(self, path: str, content: bytes, files: Sequence[Incoming]) -> None:
        """Put a file in place of the one that was read; one that changed since stays."""
        if (self.root / path).read_bytes() != self.reading.files.texts[path]:
            moved = Sentence(f"{path} 刚被别人改了", f"{path} was changed just now")
            refuse(moved.to(self.lang), Sentence("请再运行一次", "run it again").to(self.lang))
        folder = path.removesuffix(".yaml")
        for one in files:
            self._copy(f"{folder}/{one.name}", one)
        replace(self.root, path, content)

    def _copy(self, path: str, one: Incoming) -> None:
        """Copy an attachment, unless a run that was stopped has copied it already."""
        try:
            copy_new(self.root, path, one.chunks())
        except FileExistsError:
            if take_in(self.root / path).sha256 != one.sha256:
                raise

    def _new_errors(self) -> list[SheetFault]:
        """Return the errors that the new contents bring, each at its cell."""
        files = {
            f"{path.rpartition('.')[0]}/{one.name}": one.attachment
            for path, incoming in self.found.files.items()
            for one in incoming
        }
        self.trial = Trial(self.reading, self.before, None, self.rewriting.texts, files)
        old = {_known(one) for one in self.before.appraisal.basis.diagnostics}
        return [
            self.rewriting.fault_of(one)
            for one in self.trial.findings
            if one.severity is Severity.ERROR and _known(one) not in old
        ]

    def _refuse(self, faults: Sequence[SheetFault]) -> None:
        if faults:
            refuse_sheet(faults, self.lang)

    def _tell_cells(self) -> None:
        for changed in self.plan.changed:
            for cell in changed.cells:
                say(f"{cell.place}  {changed.row.id}  {_difference(cell)}")
            for name in changed.files:
                self._say(
                    f"{changed.filled.row}  {changed.row.id}  附件 + {name}",
                    f"{changed.filled.row}  {changed.row.id}  file + {name}",
                )
        for created in self.plan.created:
            name = str(created.data.get("name") or created.data.get("title") or "")
            self._say(
                f"{created.filled.row}  新增 {created.path}  {_short(name)}".rstrip(),
                f"{created.filled.row}  new {created.path}  {_short(name)}".rstrip(),
            )
            for one in created.files:
                self._say(f"    附件 {one}", f"    file {one}")
            if created.text:
                self._tell_skeleton(created)
        for added in self.plan.added:
            said = "，".join(_words(added.item))
            self._say(
                f"{added.filled.row}  {added.id}  新增一项：{_short(said)}",
                f"{added.filled.row}  {added.id}  one more: {_short(said)}",
            )

    def _tell_skeleton(self, created: Created) -> None:
        """Say which chapters a new standard begins with, all of them to be written."""
        titles = [line[2:] for line in created.text.splitlines() if line.startswith("# ")]
        self._say(
            f"    正文先列固定句和章题，内容待写：{'、'.join(titles)}",
            f"    its text begins with fixed sentences and titles: {', '.join(titles)}",
        )

    def _tell_counts(self) -> None:
        plan = self.plan
        cells = sum(len(one.cells) for one in plan.changed)
        self._say(
            f"改 {len(plan.changed)} 条 {cells} 格，新增 {len(plan.created)} 条记录"
            f" {len(plan.added)} 项，{plan.unchanged} 行不变",
            f"{cells} cells of {len(plan.changed)} rows changed, {len(plan.created)} records and"
            f" {len(plan.added)} items new, {plan.unchanged} rows unchanged",
        )
        if plan.absent:
            self._say(
                f"表中没有的 {plan.absent} 行保持原样，不会删除",
                f"{plan.absent} rows that the list does not have stay as they are",
            )
        if not plan.is_empty:
            for line in gains.render(self.before.score, self.trial.after.score, self.lang):
                say(line)

    def _say(self, zh: str, en: str) -> None:
        say(Sentence(zh, en).to(self.lang))


def refuse_sheet(faults: Sequence[SheetFault], lang: Lang) -> NoReturn:
    """Leave with all that is wrong in a sheet; nothing is written."""
    for fault in dict.fromkeys(faults):
        help_ = f"（{fault.help.to(lang)}）" if fault.help else ""
        typer.echo(visible(f"{fault.place}: {fault.sentence.to(lang)}{help_}"), err=True)
    nothing = Sentence(
        f"{len(faults)} 处有问题，没有写入", f"{len(faults)} faults; nothing was written"
    )
    typer.echo(nothing.to(lang), err=True)
    raise typer.Exit(Exit.FINDINGS)


def _hashes(files: Mapping[str, Sequence[Incoming]]) -> dict[str, dict[str, str]]:
    return {path: {one.name: one.sha256 for one in all_} for path, all_ in files.items()}


def _known(found: Diagnostic) -> tuple[str, str, Sentence]:
    return found.location.path, found.code, found.message


def _difference(cell: CellChange) -> str:
    return (
        f"{cell.column.head}：{_short(cell.before) or '（空）'} → {_short(cell.after) or '（空）'}"
    )


def _words(item: Mapping[str, Any]) -> Iterator[str]:
    """Yield what an item says, also inside."""
    for value in item.values():
        if isinstance(value, Mapping):
            yield "".join(_words(value))
        else:
            yield str(value)


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"
