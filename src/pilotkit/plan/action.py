"""An option made ready to be handed out: in words, with its owner and the day to begin."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pilotkit.model.ownership import owner_of, owners_of
from pilotkit.model.repository import Repository
from pilotkit.model.score import CriterionScore, Score
from pilotkit.model.sentence import COMMA, Sentence
from pilotkit.plan.concern import Concern
from pilotkit.plan.option import Option, efforts_of
from pilotkit.plan.wording import steps_of, title_of
from pilotkit.plan.workdays import start_by

# The key of `effort` for days that pass and are not worked.
_LEAD = "lead"


@dataclass(frozen=True)
class Action:
    """Something to do for one criterion.

    `owners` are ids of units; `concern` is what it is to the unit that asks. `start_by` is None
    where no target date is known, or where it is further back than anybody plans; `late` where it
    lies before the day of the score.
    """

    option: Option
    title: Sentence
    steps: tuple[Sentence, ...]
    owner: Sentence
    owners: tuple[str, ...]
    start_by: date | None
    late: bool
    concern: Concern | None = None

    @property
    def of(self) -> CriterionScore:
        """The line of the table that it serves."""
        return self.option.of

    @property
    def gain(self) -> Decimal:
        """The points that it gains; where it is not certain, the most that can come of it."""
        return self.option.gain

    @property
    def days(self) -> Fraction:
        """The work, in working days."""
        return self.option.days

    @property
    def certain(self) -> bool:
        """Whether the gain is sure once all is done.

        It is not where a rating, what is past or people's answers decide, or where the work itself
        brings in more to be counted.
        """
        return self.option.certain


def action_of(
    repository: Repository,
    score: Score,
    option: Option,
    by: date | None,
    concern: Concern | None = None,
) -> Action:
    """Make an option ready, to be done by a day."""
    lead = Fraction(efforts_of(score, option.of.criterion).get(_LEAD, Decimal(0)))
    begin = start_by(by, option.days, lead) if by else None
    return Action(
        option,
        title_of(option.way, repository),
        (*steps_of(option.way, repository), *_instead(option.of)),
        owner_of(repository, option.of.id),
        owners_of(repository, option.of.id),
        begin,
        late=by is not None and (begin is None or begin < repository.day),
        concern=concern,
    )


def _instead(one: CriterionScore) -> tuple[Sentence, ...]:
    """Say which other criteria earn nothing beside it."""
    criterion = one.criterion
    others = [
        other.id
        for other in one.indicator.criteria
        if criterion.group and other.group == criterion.group and other.id != criterion.id
    ]
    if not others:
        return ()
    zh, en = (comma.join(others) for comma in COMMA)
    return (Sentence(f"与 {zh} 择一，只计一项", f"an alternative to {en}"),)
