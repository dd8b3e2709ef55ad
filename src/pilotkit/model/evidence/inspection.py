"""监督检查 and 内部审核: looking whether standards are kept."""

from datetime import date
from typing import Literal

from pilotkit.model.entity import Part
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Day, Several, Text


class CheckedClause(Part):
    """A clause that was looked at, and how it stood."""

    standard: Text
    clause: Text
    result: Literal["符合", "不符合", "不适用"]


class FoundFault(Part):
    """A line of 问题: what was found, whose it is, by when, and how it was handled."""

    clause: Text | None = None
    facts: Text
    owner: Text | None = None
    due: Day | None = None
    handled_on: Day | None = None
    result: Text | None = None

    def is_handled_on(self, day: date) -> bool:
        """Say whether it was handled by a day."""
        return self.handled_on is not None and self.handled_on <= day

    def is_overdue_on(self, day: date) -> bool:
        """Say whether it is open after the day that it was due."""
        return self.due is not None and self.due < day and not self.is_handled_on(day)


class Inspection(Evidence):
    """A 监督检查; `planned` is the line of the plan's schedule that it fulfils."""

    kind: Literal["监督检查"]
    level: Literal["日常", "专项"]
    planned: Text | None = None
    inspectors: Several[Text] = ()
    clauses: Several[CheckedClause] = ()
    findings: Several[FoundFault] = ()

    @property
    def checked(self) -> tuple[CheckedClause, ...]:
        """The clauses that were looked at."""
        return self.clauses

    @property
    def checked_key(self) -> str:
        """The key that they stand under."""
        return "clauses"


class Audit(Evidence):
    """An 内部审核 by the 内审小组."""

    kind: Literal["内部审核"]
    team: Several[Text] = ()
    scope: Several[Text] = ()
    checklist: Several[CheckedClause] = ()
    findings: Several[FoundFault] = ()

    @property
    def checked(self) -> tuple[CheckedClause, ...]:
        """The clauses that were looked at."""
        return self.checklist

    @property
    def checked_key(self) -> str:
        """The key that they stand under."""
        return "checklist"


AnyLook = Inspection | Audit


def standards_in(look: AnyLook) -> frozenset[str]:
    """Return the standards that it names, by themselves or with a clause."""
    return frozenset((*look.standards, *(one.standard for one in look.checked)))
