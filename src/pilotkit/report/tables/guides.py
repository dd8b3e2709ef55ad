"""What the columns of a ledger offer to whoever carries it on in a sheet."""

from typing import get_args

from pilotkit.report.case import Case, numbered_title
from pilotkit.report.live import Choosing
from pilotkit.report.tables.system import RANKS, rank_name, shelves


def units_guide(case: Case) -> Choosing:
    """Offer the units that there are; a cell may name several."""
    return Choosing(tuple(unit.name for unit in case.repository.living_units()), several=True)


def subsystems_guide(case: Case) -> Choosing:
    """Offer the subsystems of the framework."""
    return Choosing(tuple(shelf.name for shelf in shelves(case)))


def ranks_guide(case: Case) -> Choosing:
    """Offer the levels of standards."""
    return Choosing(tuple(rank_name(case, rank) for rank in RANKS))


def words_guide(words: object) -> Choosing:
    """Offer the words of a closed list of the model."""
    return Choosing(get_args(words))


def standards_guide(case: Case, *others: str) -> Choosing:
    """Offer the pilot's own standards by number and title, after other words."""
    own = (numbered_title(one.number, one.title) for one in case.repository.standards)
    return Choosing((*others, *own), several=True)
