"""Adding one evidence record with its attachments: tried out, written, accounted for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from pilotkit.cli.options import refuse
from pilotkit.cli.pipeline import Examination, examine
from pilotkit.cli.reading import read
from pilotkit.cli.trial import Trial, refuse_faults, say
from pilotkit.disk.deposit import deposit
from pilotkit.disk.failure import not_written
from pilotkit.disk.intake import Incoming
from pilotkit.disk.writing import sweep
from pilotkit.edit.new_evidence import Draft, Record, new_evidence
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.evidence.review import Review
from pilotkit.model.paths import name_faults
from pilotkit.model.reviews import review_lacks
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report import gains

_INDENT = "  "


@dataclass(frozen=True)
class Adding:
    """Where a record goes, seen from which day, and whether anything is written at all."""

    root: Path
    day: date | None
    lang: Lang
    dry_run: bool

    def add(self, draft: Draft, incoming: Sequence[Incoming]) -> Examination:
        """Write a record and say what it serves; leave with what is wrong, if anything is."""
        reading = read(self.root)
        before = examine(reading, self.day)
        record = new_evidence(draft, before.repository)
        names = [one.name for one in incoming]
        refuse_faults([*record.faults, *name_faults(record.folder, names)], self.lang)
        attached = {f"{record.folder}/{one.name}": one.attachment for one in incoming}
        trial = Trial(reading, before, self.day, {record.path: record.content}, attached)
        trial.refuse_if_wrong(self.lang)
        if not self.dry_run:
            record = self._write(draft, incoming, record, trial)
        self._account(record, incoming, trial)
        return trial.after

    def _write(
        self, draft: Draft, incoming: Sequence[Incoming], record: Record, trial: Trial
    ) -> Record:
        sweep(self.root / "data/evidence")
        taken: set[str] = set()
        while True:
            try:
                deposit(self.root, record.path, record.content, incoming)
            except FileExistsError:
                if draft.id is not None:
                    refuse(Sentence("编号刚被占用", "the id was taken just now").to(self.lang))
                taken.add(record.id)
                record = new_evidence(draft, trial.before.repository, taken)
            except OSError as error:
                refuse(not_written(error).to(self.lang))
            else:
                return record

    def _account(self, record: Record, incoming: Sequence[Incoming], trial: Trial) -> None:
        done = Sentence(f"已登记 {record.path}", f"recorded {record.path}")
        if self.dry_run:
            done = Sentence(
                f"预演，没有写入：{record.path}", f"dry run, not written: {record.path}"
            )
        say(done.to(self.lang))
        for one in incoming:
            size = Sentence(f"{one.size:,} 字节", f"{one.size:,} bytes").to(self.lang)
            say(f"{_INDENT}{one.name}  {size}  {one.sha256}")
        for sentence in _known_files(incoming, trial.before.repository.evidence):
            say(_INDENT + sentence.to(self.lang))
        trial.tell_advice(self.lang)
        self._tell_why_not(trial)
        for line in gains.render(trial.before.score, trial.after.score, self.lang):
            say(line)

    def _tell_why_not(self, trial: Trial) -> None:
        basis = trial.after.appraisal.basis
        for record in basis.repository.evidence:
            if record.path not in trial.texts:
                continue
            why = basis.why_not(record)
            if why is None and isinstance(record, Review):
                why = review_lacks(record, basis.repository)
            if why:
                said = Sentence(f"还不计入：{why.zh}", f"does not count yet: {why.en}")
                typer.echo(said.to(self.lang), err=True)


def refuse_equal_names(incoming: Sequence[Incoming], lang: Lang) -> None:
    """Leave if two files would have one name."""
    for name, count in Counter(one.name for one in incoming).items():
        if count > 1:
            twice = Sentence(f"有 {count} 个文件都叫“{name}”", f"{count} files are named {name!r}")
            refuse(twice.to(lang), Sentence("请改名后再登记", "rename them").to(lang))


def _known_files(incoming: Sequence[Incoming], evidence: Sequence[Evidence]) -> list[Sentence]:
    """Say which files are there twice, here or with another record: that is allowed, and shown."""
    known = {file.sha256: record.id for record in evidence for file in record.files}
    said: list[Sentence] = []
    first: dict[str, str] = {}
    for one in incoming:
        name, other = one.name, known.get(one.sha256)
        if other:
            said.append(
                Sentence(
                    f"{name} 与 {other} 的附件相同（允许）",
                    f"{name} is an attachment of {other} too (allowed)",
                )
            )
        same = first.setdefault(one.sha256, name)
        if same != name:
            said.append(Sentence(f"{name} 与 {same} 内容相同", f"{name} holds the same as {same}"))
    return said
