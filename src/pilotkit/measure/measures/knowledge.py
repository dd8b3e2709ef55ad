"""How many pairs of a post and a standard that it works by were examined in full (C16-2)."""

from collections.abc import Iterator

from pilotkit.measure.basis import Basis
from pilotkit.measure.measure import Measure
from pilotkit.model.day import months_before
from pilotkit.model.evidence.examination import Examination
from pilotkit.model.measurement import Marks, Subject
from pilotkit.model.post import Post
from pilotkit.model.sentence import Sentence


def subjects(basis: Basis) -> Iterator[Subject]:
    """Yield every pair; it counts when all holders were examined in it and all passed."""
    examinations = _by_pair(basis)
    for post in basis.repository.living_posts:
        for index, standard in enumerate(post.standards):
            held = examinations.get((post.id, standard), [])
            marks = Marks("GZ", unit=basis.repository.unit_id(post.unit))
            where = post.placed("standards", index)
            yield Subject(f"{post.id}/{standard}", where, _lacks(post, held), marks=marks)


def _lacks(post: Post, held: list[Examination]) -> Sentence | None:
    if not held:
        return Sentence("窗口期内没有考核", "no examination within the window")
    if any(one.examined >= post.holders and one.passed == one.examined for one in held):
        return None
    best = max(held, key=lambda one: (one.passed, one.examined))
    return Sentence(
        f"{post.holders} 人在岗，考了 {best.examined} 人，合格 {best.passed} 人",
        f"{post.holders} holders, {best.examined} examined, {best.passed} passed",
    )


def _by_pair(basis: Basis) -> dict[tuple[str, str], list[Examination]]:
    day = basis.repository.day
    after = months_before(day, basis.windows.implementation)
    found: dict[tuple[str, str], list[Examination]] = {}
    for held in basis.of(Examination):
        if after < held.time <= day:
            for post in held.posts:
                for standard in held.standards:
                    found.setdefault((post, standard), []).append(held)
    return found


MEASURE = Measure(
    "knowledge",
    Sentence("岗位考核合格率", "knowledge of the posts"),
    Sentence(
        "窗口期内全员考过且全部合格的（岗位，标准）对 ÷ 全部（岗位，标准）对",
        "pairs (post, standard) in which all holders were examined and passed ÷ all pairs",
    ),
    subjects,
)
