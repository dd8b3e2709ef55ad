"""PK305 principal-not-head.

What
    zh: 写了 principal: true 的人，职务不能是副职、调研员、纪委书记或助理。
    en: Who is marked `principal: true` cannot be a deputy (副…), a 调研员 or the like.
Why
    zh: 计分表 C1-2 只认单位或区域的主要负责人；副职冒充会多得分。
    en: Criterion C1-2 takes the head of the unit or region only; a deputy would earn its point.
Bad
    - {person: 甲, unit: spj, post: 副局长, role: 副组长, principal: true}
Good
    - {person: 甲, unit: spj, post: 副局长, role: 副组长}
Mend
    zh: 去掉 principal；职务写错的，照文件改正。
    en: Remove `principal`, or write the post as the document has it.
Waive
    zh: 主持工作的副职，写明任职文件和到期日；评分仍不认。
    en: A deputy who acts as head: with the document and an expiry; the score does not follow.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.official_document import Appointed, OfficialDocument, Signer
from pilotkit.model.location import Route
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_BELOW = re.compile("副|调研员|巡视员|纪委|纪检|助理")
_HEAD = re.compile("(?:长|主任|书记)$")
# 副区长、公安分局局长 is the head of the second body; 区委常委、副区长 of neither.
_BETWEEN = re.compile("[、，,;；兼 ]+")


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every principal whose post is not the head's."""
    for record in repository.evidence:
        if not isinstance(record, OfficialDocument):
            continue
        for route, named in _named(record):
            if named.principal and not _can_be_head(named.post):
                yield Finding(
                    record.at(*route, "principal"),
                    Sentence(
                        f"“{named.post}”不是主要负责人", f"a {named.post} does not head the unit"
                    ),
                    Sentence("去掉 principal", "remove `principal`"),
                    repository.owner_of(named),
                )


def _named(record: OfficialDocument) -> Iterator[tuple[Route, Appointed | Signer]]:
    for index, appointed in enumerate(record.appoints):
        yield ("appoints", index), appointed
    if record.signer:
        yield ("signer",), record.signer


def _can_be_head(post: str) -> bool:
    if not _BELOW.search(post):
        return True
    parts = [part for part in _BETWEEN.split(post) if not _BELOW.search(part)]
    return any(_HEAD.search(part) for part in parts)


RULE = Rule("PK305", "principal-not-head", Severity.ERROR, check)
