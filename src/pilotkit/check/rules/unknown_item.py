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
    zh: 改成提示的编号；确是新事项的，先在 data/items/<单位>/ 建文件。
    en: Write the id that is suggested; give a new item its file in data/items/<unit>/ first.
Waive
    zh: 不宜豁免：覆盖率会少算。
    en: Better not: the coverage comes out too low.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.item import ManagementItem, ServiceItem
from pilotkit.model.post import Post
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every id of an item that no item has."""
    if repository.incomplete & {ServiceItem, ManagementItem}:
        return
    yield from _of_evidence(repository)
    if Post not in repository.incomplete:
        yield from _covered(repository)


def _of_evidence(repository: Repository) -> Iterator[Finding]:
    items = repository.items_by_id
    known = tuple(items)
    for record in repository.evidence:
        for index, name in enumerate(record.items):
            if name not in items:
                yield Finding(
                    record.at("items", index),
                    Sentence(f"没有事项“{name}”", f"no item {name!r}"),
                    did_you_mean(name, known),
                    repository.owner_of(record),
                )


def _covered(repository: Repository) -> Iterator[Finding]:
    items, posts = repository.items_by_id, repository.posts_by_id
    known = (*items, *posts)
    for standard in repository.all_standards:
        for index, name in enumerate(standard.covers):
            if name not in items and name not in posts:
                yield Finding(
                    standard.at("covers", index),
                    Sentence(f"没有事项或岗位“{name}”", f"no item or post {name!r}"),
                    did_you_mean(name, known),
                    repository.owner_of(standard),
                )


RULE = Rule(
    "PK204",
    "unknown-item",
    Severity.ERROR,
    check,
    ("coverage", "coverage_items", "disclosure", "efficiency_gain", "cost_gain"),
)
