"""PK218 unknown-subject.

What
    zh: 决定的 subject 写的是编号的，这个事项、岗位、子体系或标准必须还在 data/ 里。
    en: An id in the `subject` of a decision must be that of an item, post, subsystem or standard.
Why
    zh: 编号写错或者对象已改名、删去的决定什么也没有决定，清单里照样列出（design §2）。
    en: A decision on what is not there decides nothing, and the matter stays on the list.
Bad
    subject: renlin
Good
    subject: renling
Mend
    zh: 改正编号；对象已不存在的，删去这份决定；不是编号的，写成一句话。
    en: Mend the id; delete a decision on what is gone; else write a sentence.
Waive
    zh: 保留历史决定的，写明理由。
    en: Where an old decision is kept: with the reason.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.document import CollectedDocument
from pilotkit.model.framework import Framework
from pilotkit.model.item import ManagementItem, ServiceItem
from pilotkit.model.post import Post
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.standard import AdoptedStandard, Standard

# What is written as an id; all else says in words what the decision is on.
_ID = re.compile("[a-z0-9][a-z0-9._-]*")
_NAMED = (
    AdoptedStandard,
    CollectedDocument,
    Framework,
    ManagementItem,
    Post,
    ServiceItem,
    Standard,
)


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every id in the subject of a decision that nothing has."""
    known = _known(repository) if repository.decisions else ()
    for decision in repository.decisions:
        for name in decision.subjects:
            if _ID.fullmatch(name) and name not in known:
                yield Finding(
                    decision.at("subject"),
                    Sentence(
                        f"决定的对象“{name}”不存在：没有这个事项、岗位、子体系或标准",
                        f"no item, post, subsystem or standard {name!r}: nothing is decided",
                    ),
                    did_you_mean(name, known),
                )


def _known(repository: Repository) -> tuple[str, ...]:
    framework = repository.framework
    leaves = framework.subsystems() if framework else ()
    return (
        *repository.items_by_id,
        *repository.posts_by_id,
        *repository.standards_by_id,
        *(one.id for one in repository.documents),
        *(subsystem.id for _, subsystem in leaves),
    )


RULE = Rule("PK218", "unknown-subject", Severity.WARNING, check, needs=_NAMED)
