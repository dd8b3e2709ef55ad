"""Expert reviews: a sample by a printed seed, and a rating for every question of the table."""

import random
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from build_demo import attachments as make
from build_demo.people import experts
from build_demo.state import Record, State

_QUESTIONS = {
    "C9-1-a": 94,
    "C9-1-b": 95,
    "C9-2-a": 97,
    "C9-2-b": 98,
    "C9-2-c": 96,
    "C10-1-a": 96,
    "C11-1-a": 97,
    "C11-1-b": 95,
    "C11-1-c": 96,
    "C12-1-a": 97,
    "C12-1-b": 96,
    "C12-1-c": 95,
}
_SEED = "20231127"


class _Plan(NamedTuple):
    """A review: its size, its reviewers, and how much lower than the other they rate."""

    id: str
    title: str
    day: date
    size: int
    people: list[tuple[str, str]]
    lower: int = 0


_PLANS = (
    _Plan("shisheng", "专家对标准文本的试评审", date(2023, 9, 18), 6, experts()[:2], -6),
    _Plan("pingshen", "专家对标准体系和标准文本的评审", date(2023, 11, 27), 24, experts()),
)


def build(state: State) -> None:
    """Write the review that counts, and an earlier one whose sample was too small."""
    for plan in _PLANS:
        _review(state, plan)


def _review(state: State, plan: _Plan) -> None:
    people, day = plan.people, plan.day
    lots = random.Random(f"{_SEED}/{plan.id}")  # noqa: S311 - the same lots every time
    paths = [path for path in sorted(state.bodies) if state.records[path].get("issued")]
    sample = [
        {
            "standard": state.records[path]["id"],
            "sha256": sha256(state.bodies[path].encode()).hexdigest(),
        }
        for path in sorted(lots.sample(paths, plan.size))
    ]
    ratings = [
        {"question": question, "person": person, "rating": median + plan.lower + (place - 1) * 2}
        for question, median in _QUESTIONS.items()
        for place, (person, _) in enumerate(people)
    ]
    fields: Record = {
        "reviewers": [{"person": person, "unit": unit} for person, unit in people],
        "seed": _SEED,
        "sample": sample,
        "ratings": ratings,
        "signed": [{"person": person, "on": day} for person, unit in people],
        "criteria": ["C9-1", "C9-2", "C10-1", "C11-1", "C12-1"],
    }
    lines = [
        f"种子：{_SEED}",
        f"抽取标准 {plan.size} 项",
        *(f"{person}（{unit}）已签字" for person, unit in people),
    ]
    attached = {"signed.pdf": make.pdf(plan.title, lines)}
    state.evidence("spj", f"ps-{plan.id}", plan.title, "专家评审", day, **fields, attached=attached)
