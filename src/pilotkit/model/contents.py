"""What a standard of a kind must contain (`official/contents.yaml`)."""

from typing import Literal

from pilotkit.model.entity import Entity, Part
from pilotkit.model.values import Several, Text, Truth


class RequiredElement(Part):
    """One thing that must be written, and the words by which it is known, as patterns.

    `titles` are looked for where things are named, `says` in the words of the text. One that is
    `timed_in` another is also written where the chapters of that one say how long; one that is
    `done_in` another is asked of each clause of that one, and is written where most of them say it
    if `doers_suffice`.
    """

    name: Text
    titles: Text
    says: Text | None = None
    timed_in: Text | None = None
    done_in: Text | None = None
    doers_suffice: Truth = False


class Contents(Part):
    """What the standards of some kinds must contain, which rule asks for it, and where it stands.

    `certainty` says whether anybody read the source itself; `each_clause_named` whether every
    clause of such a text bears the name of an element.
    """

    rule: Text
    kinds: Several[Text]
    source: Text
    certainty: Literal["查证", "待核"]
    each_clause_named: Truth = False
    elements: Several[RequiredElement]


class ContentsByKind(Entity):
    """All of them."""

    contents: Several[Contents]
