"""Everything in its order: what is written first is what the rest names."""

from collections.abc import Callable

from build_demo import (
    adoption,
    assessments,
    documents,
    effects,
    foundation,
    improvement,
    items,
    pilot,
    plan,
    posts,
    practice,
    review,
    standards,
    strays,
    supervision,
    units,
)
from build_demo.failings import FAILINGS
from build_demo.listing import plant
from build_demo.state import State

_STEPS: tuple[Callable[[State], None], ...] = (
    units.build,
    pilot.build,
    posts.build,
    items.build,
    standards.build,
    adoption.build,
    documents.build,
    foundation.build,
    practice.build,
    supervision.build,
    improvement.build,
    effects.build,
    review.build,
    assessments.build,
    plan.build,
    strays.build,
)


def build() -> dict[str, bytes]:
    """Make every file of the demonstration."""
    state = State()
    for step in _STEPS:
        step(state)
    listing = plant(state, FAILINGS)
    return state.as_files() | {"FAILINGS.md": listing, "README.md": pilot.README.encode()}
