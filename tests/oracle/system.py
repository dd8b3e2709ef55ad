"""The measures of the system of standards: what is to be covered, and by what."""

from collections.abc import Iterator

from oracle.fractions_of import Counted, counted, counted_apart
from oracle.world import World, back
from pilotkit.model.evidence.disclosure import Disclosure
from pilotkit.model.evidence.examination import Examination
from pilotkit.model.evidence.inspection import Inspection
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.practice import PracticeRecord
from pilotkit.model.evidence.revision import Revision
from pilotkit.model.item import Item, ManagementItem, ServiceItem
from pilotkit.model.number import same_key
from pilotkit.model.post import Post
from pilotkit.model.repository import AnyStandard
from pilotkit.model.standard import AdoptedStandard, Standard

KINDS: dict[type, tuple[str, ...]] = {
    ServiceItem: ("服务指南", "办理规程"),
    ManagementItem: ("管理标准", "工作流程标准"),
    Post: ("岗位工作标准",),
}


def items(world: World) -> list[Item]:
    """The elements among the items of the day: a record with `same_as` is none of its own."""
    return [
        one
        for one in world.repository.items
        if world.exists(one) and not getattr(one, "same_as", None)
    ]


def confirmed(world: World, one: Item | Post) -> bool:
    """Posts need no confirmation."""
    if isinstance(one, Post):
        return True
    return one.confirmed is not None and one.confirmed.on <= world.day


def coverage(world: World) -> Counted:
    posts = [one for one in world.repository.posts if world.exists(one)]
    in_use = [one for one in world.every_standard if world.in_use(one)]
    return counted_apart(
        (
            confirmed(world, element),
            any(one.kind == kind and element.id in one.covers for one in in_use),
        )
        for element in [*items(world), *posts]
        for kind in KINDS[type(element)]
    )


def coverage_count(world: World) -> Counted:
    return counted(
        world.in_use(one)
        for one in world.every_standard
        if not (isinstance(one, Standard) and one.withdrawn and one.withdrawn <= world.day)
    )


def coverage_items(world: World) -> Counted:
    return counted_apart(
        (confirmed(world, item), any(item.id in one.covers for one in world.own))
        for item in items(world)
    )


def disclosure(world: World) -> Counted:
    shown: dict[str, set[str]] = {}
    for record in world.of(Disclosure):
        for item in record.items:
            shown.setdefault(item, set()).update(record.what)
    return counted_apart(
        (confirmed(world, item), {"流程", "时限"} <= shown.get(item.id, set()))
        for item in items(world)
        if isinstance(item, ServiceItem)
    )


def implementation(world: World) -> Counted:
    due = [one for one in world.every_standard if _is_due(world, one)]
    by_itself = {one.id: _has_its_own(world, one) for one in due}
    cited = {
        same_key(number)
        for one in due
        if isinstance(one, Standard) and by_itself[one.id]
        for number in one.citations
    }
    return counted(
        by_itself[one.id] or (isinstance(one, AdoptedStandard) and _is_cited(one, cited))
        for one in due
    )


def _is_due(world: World, one: AnyStandard) -> bool:
    if not world.in_use(one):
        return False
    since = back(world.day, world.repository.table.thresholds.effective_months)
    if isinstance(one, Standard):
        return one.effective is not None and one.effective <= since
    return any(edition.effective and edition.effective <= since for edition in one.editions)


def _is_cited(one: AdoptedStandard, cited: set[str]) -> bool:
    numbers = [one.number, *(edition.number for edition in one.editions)]
    return any(same_key(number) in cited for number in numbers)


def _has_its_own(world: World, one: AnyStandard) -> bool:
    windows = world.repository.pilot.windows if world.repository.pilot else None
    after = back(world.day, windows.implementation if windows else 12)
    begun = [one.effective] if isinstance(one, Standard) else [e.effective for e in one.editions]
    since = min(day for day in begun if day)
    used = any(
        record.standard == one.id and since <= record.time <= world.day
        for record in world.of(PracticeRecord)
    )
    looked = any(
        one.id in (*record.standards, *(clause.standard for clause in record.clauses))
        for record in world.of(Inspection)
        if after < record.time <= world.day
    )
    open_ = any(
        record.standard == one.id
        and record.severity == "严重"
        and not (record.verified_on and record.verified_on <= world.day)
        for record in world.trouble(Nonconformity)
    )
    return used and looked and not open_


def knowledge(world: World) -> Counted:
    return counted(
        _is_known(world, post, id_)
        for post in world.repository.posts
        if world.exists(post)
        for id_ in post.standards
    )


def _is_known(world: World, post: Post, standard: str) -> bool:
    windows = world.repository.pilot.windows if world.repository.pilot else None
    after = back(world.day, windows.implementation if windows else 12)
    return any(
        post.id in record.posts
        and standard in record.standards
        and record.examined >= post.holders
        and record.passed == record.examined
        for record in world.of(Examination)
        if after < record.time <= world.day
    )


def procedure(world: World) -> Counted:
    stages: dict[str, set[str]] = {}
    for record in world.of(Revision):
        for standard in {record.standard, *record.standards}:
            stages.setdefault(standard, set()).add(record.stage)
    needed = {"征求意见", "审查", "批准发布"}
    return counted(needed <= stages.get(one.id, set()) for one in world.own)


def clause_numbers(standard: Standard) -> Iterator[str]:
    """The numbers that its headings begin with: `## 4.2 受理` is 4.2."""
    for line in standard.text.splitlines():
        if line.startswith("#"):
            yield line.lstrip("#").strip().partition(" ")[0]
