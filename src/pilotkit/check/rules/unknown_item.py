"""PK204 unknown-item.

What
    zh: 记录写到的事项必须在 data/items/ 里；标准的 covers 写的是事项或岗位。
    en: An item that a record names must stand in data/items/; `covers` names items or posts.
Why
    zh: 编号写错的标准不覆盖任何事项，写错的公开、对比记录也不算数（覆盖率见 design §4）。
    en: A standard with a misspelt id covers no item, and what is disclosed or compared is lost.
Bad
    covers: [laonianzh]
Good
    covers: [laonianzheng, shouli]
Mend
    zh: 改正编号；确是新事项的，先在 data/items/<单位>/ 建文件。
    en: Mend the id; give a new item its file in data/items/<unit>/ first.
Waive
    zh: 不宜豁免：覆盖率会少算。
    en: Better not: the coverage comes out too low.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.entity import Entity
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.item import ManagementItem, ServiceItem
from pilotkit.model.post import Post
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield every id of an item that no item has."""
    items, posts = one.repository.items_by_id, one.repository.posts_by_id
    if isinstance(one.record, Evidence):
        for index, name in enumerate(one.record.items):
            if name not in items:
                yield Finding(
                    one.record.at("items", index),
                    Sentence(f"没有事项“{name}”", f"no item {name!r}"),
                    did_you_mean(name, tuple(items)),
                    one.unit,
                )
        return
    for index, name in enumerate(one.record.covers):
        if name not in items and name not in posts:
            yield Finding(
                one.record.at("covers", index),
                Sentence(f"没有事项或岗位“{name}”", f"no item or post {name!r}"),
                did_you_mean(name, (*items, *posts)),
                one.unit,
            )


def _records(repository: Repository) -> Iterator[Entity]:
    yield from repository.evidence
    # What a standard covers may be a post: while one cannot be read, nobody can say.
    if Post not in repository.incomplete:
        yield from repository.all_standards


def _rests_on(repository: Repository) -> object:
    return tuple(repository.items_by_id), tuple(repository.posts_by_id)


RULE = RecordRule(
    "PK204",
    "unknown-item",
    Severity.ERROR,
    check,
    ("coverage", "coverage_items", "disclosure", "efficiency_gain", "cost_gain"),
    rests_on=_rests_on,
    looks_up=(ServiceItem, ManagementItem),
    records=_records,
)
