"""What measures and proofs rest on: the repository, and which of its evidence counts (design §5).

A record counts as of the day when its date has come, it lies inside the pilot's period or is
`standing`, it is not past `valid_until`, an attachment is present with its recorded hash (or the
original is archived), and no rule of severity error finds anything on it. What the pilot's policy
or waivers make of a finding does not matter here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TypeVar

from pilotkit.model.diagnostic import Diagnostic, Severity
from pilotkit.model.evidence.inspection import AnyLook, Audit, Inspection
from pilotkit.model.evidence.record import Evidence, EvidenceFile
from pilotkit.model.pilot import Windows
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

AnyEvidence = TypeVar("AnyEvidence", bound=Evidence)


@dataclass(frozen=True)
class Basis:
    """A repository and what its rules found, as the rules signed it."""

    repository: Repository
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def _errors(self) -> list[Diagnostic]:
        """The errors, the last one first."""
        return [one for one in reversed(self.diagnostics) if one.severity is Severity.ERROR]

    @cached_property
    def _faults(self) -> Mapping[str, Diagnostic]:
        """The first error about each file."""
        return {found.location.path: found for found in self._errors}

    @cached_property
    def _faults_by_subject(self) -> Mapping[str, Diagnostic]:
        return {subject: found for found in self._errors for subject in found.subjects}

    @cached_property
    def _verdicts(self) -> Mapping[int, Sentence | None]:
        return {id(record): self._verdict(record) for record in self.repository.evidence}

    @cached_property
    def counting(self) -> tuple[Evidence, ...]:
        """The evidence that counts, in the order of its files."""
        return tuple(one for one in self.repository.evidence if self.why_not(one) is None)

    @cached_property
    def _counting_by_class(self) -> dict[type[Evidence], list[Evidence]]:
        found: dict[type[Evidence], list[Evidence]] = {}
        for record in self.counting:
            found.setdefault(type(record), []).append(record)
        return found

    @property
    def windows(self) -> Windows:
        """How far back the measures look."""
        return self.repository.pilot.windows if self.repository.pilot else Windows()

    def of(self, kind: type[AnyEvidence]) -> tuple[AnyEvidence, ...]:
        """Return the evidence of a kind that counts."""
        found = self._counting_by_class.get(kind, ())
        return tuple(record for record in found if isinstance(record, kind))

    @property
    def looks(self) -> tuple[AnyLook, ...]:
        """The inspections that count, then the audits."""
        return (*self.of(Inspection), *self.of(Audit))

    def why_not(self, record: Evidence) -> Sentence | None:
        """Say why a record does not count; None where it does."""
        return self._verdicts[id(record)]

    def has_open(self, codes: Iterable[str]) -> Mapping[str, Diagnostic]:
        """Return, by path and by subject, the open errors and warnings of these rules.

        Open by the rule's own severity; a note is none.
        """
        asked = frozenset(codes)
        if asked not in self._open:
            found = self._open[asked] = dict[str, Diagnostic]()
            wanted = [placed for code in asked for placed in self._open_by_rule.get(code, ())]
            for _, one in sorted(wanted, key=itemgetter(0)):
                for key in one.subjects or (one.location.path,):
                    found.setdefault(key, one)
        return self._open[asked]

    @cached_property
    def _open(self) -> dict[frozenset[str], dict[str, Diagnostic]]:
        return {}

    @cached_property
    def _open_by_rule(self) -> Mapping[str, list[tuple[int, Diagnostic]]]:
        """The open ones by the name of their rule, each with its place among all."""
        found: dict[str, list[tuple[int, Diagnostic]]] = {}
        for place, one in enumerate(self.diagnostics):
            if one.severity is not Severity.NOTE:
                found.setdefault(one.name, []).append((place, one))
        return found

    def _verdict(self, record: Evidence) -> Sentence | None:
        day = self.repository.day
        if record.date > day:
            return Sentence(f"日期 {record.date} 晚于截至日期", f"dated {record.date}, later")
        if self._is_outside(record):
            return Sentence("日期不在试点期内", "dated outside the pilot's period")
        if record.valid_until and record.valid_until < day:
            return Sentence(f"已于 {record.valid_until} 到期", f"expired on {record.valid_until}")
        if fault := self._fault_of(record):
            return Sentence(
                f"有错误 {fault.code}：{fault.message.zh}",
                f"error {fault.code}: {fault.message.en}",
            )
        if record.archive or any(self._is_present(record, file) for file in record.files):
            return None
        return Sentence(
            "没有与登记的 SHA-256 相符的附件，也没有档案位置",
            "no attachment with the recorded SHA-256, and no archive place",
        )

    def _fault_of(self, record: Evidence) -> Diagnostic | None:
        if not self._errors:
            return None
        return self._faults.get(record.path) or self._faults_by_subject.get(record.id)

    def _is_outside(self, record: Evidence) -> bool:
        pilot = self.repository.pilot
        if pilot is None or record.standing:
            return False
        return not pilot.period.since <= record.date <= pilot.period.until

    def _is_present(self, record: Evidence, file: EvidenceFile) -> bool:
        path = f"{record.attachments_folder}/{file.path}"
        attachment = self.repository.files.attachments.get(path)
        return attachment is not None and attachment.fingerprint == file.sha256
