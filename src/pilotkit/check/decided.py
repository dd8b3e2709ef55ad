"""What was decided in phase five, and whether the texts still mean what they meant then."""

from typing import NamedTuple

from pilotkit.model.decision import Decision, Side
from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.text.likeness import meaning


class _Taken(NamedTuple):
    """A decision with what it is about: texts by their ids, and whatever else it names."""

    sides: dict[str, Side]
    about: frozenset[str]


class Decided:
    """The decisions by the day on what some rules find, looked up by what they are about.

    One that names no rule is on all that is found of its kind.
    """

    def __init__(self, repository: Repository, kinds: frozenset[str], *rules: str) -> None:
        self._repository = repository
        self._by_id: dict[str, list[_Taken]] = {}
        for one in repository.decisions:
            is_on_rule = one.rule is None or one.rule in rules
            if one.kind in kinds and is_on_rule and one.date <= repository.day:
                self._take(one)

    def on(self, *ids: str) -> bool:
        """Say whether it was decided what becomes of these, by texts that still mean the same."""
        return any(
            taken.about.issuperset(ids) and all(self._holds(taken.sides, one) for one in ids)
            for taken in self._by_id.get(ids[0], ())
        )

    def _take(self, decision: Decision) -> None:
        sides = {self._id_of(side.standard): side for side in decision.sides}
        taken = _Taken(sides, frozenset((*sides, *decision.subjects)))
        for one in taken.about:
            self._by_id.setdefault(one, []).append(taken)

    def _id_of(self, standard: str) -> str:
        if standard in self._repository.standards_by_id:
            return standard
        cited = self._repository.standard_by_number(standard)
        return cited.id if cited else standard

    def _holds(self, sides: dict[str, Side], name: str) -> bool:
        """Say whether a text means what it meant; without a hash the decision stands."""
        side, standard = sides.get(name), self._repository.standards_by_id.get(name)
        if side is None or side.sha256 is None or not isinstance(standard, Standard):
            return True
        return meaning(standard.text, side.clause or "") == side.sha256
