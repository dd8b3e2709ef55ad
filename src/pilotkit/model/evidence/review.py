"""专家评审: a review of standards by experts."""

from typing import Literal

from pydantic import Field

from pilotkit.model.entity import Part
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.values import Number, Several, Sha256, Text


class Reviewer(Part):
    """Who reviewed, and where from."""

    person: Text
    unit: Text | None = None


class SampledText(Part):
    """A standard of the sample, and the hash of its text as it was reviewed."""

    standard: Text
    sha256: Sha256


class Rating(Part):
    """What one reviewer said to one question of the table, from 0 to 100."""

    question: Text
    person: Text
    rating: Number = Field(ge=0, le=100)


class Review(Evidence):
    """A sample drawn by a printed seed, and the ratings."""

    kind: Literal["专家评审"]
    reviewers: Several[Reviewer] = ()
    seed: Text | None = None
    sample: Several[SampledText] = ()
    ratings: Several[Rating] = ()
