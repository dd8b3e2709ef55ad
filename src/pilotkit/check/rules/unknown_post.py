"""PK205 unknown-post.

What
    zh: 环节、考核和实施记录写到的岗位，必须在 data/posts/ 里。
    en: A post that a step, an examination or a record of use names must stand in data/posts/.
Why
    zh: 岗位写错的，岗位考核不算数，办件也追不到岗位（design §4 knowledge、traceability）。
    en: With a misspelt post the examination counts for nobody, and no case is traced to a post.
Bad
    posts: [shoulli]
Good
    posts: [shouli]
Mend
    zh: 改正编号；确是新岗位的，先在 data/posts/<单位>/ 建文件。
    en: Mend the id; give a new post its file in data/posts/<unit>/ first.
Waive
    zh: 不宜豁免：岗位的考核和追溯会少算。
    en: Better not: examinations and traces of the post are lost.
"""

from collections.abc import Iterator

from pilotkit.check.references import naming_posts, posts_in
from pilotkit.check.rule import Finding, OneRecord, RecordRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.post import Post
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean


def check(one: OneRecord) -> Iterator[Finding]:
    """Yield every id of a post that no post has."""
    known = one.repository.posts_by_id
    for route, name in posts_in(one.record):
        if name not in known:
            yield Finding(
                one.record.at(*route),
                Sentence(f"没有岗位“{name}”", f"no post {name!r}"),
                did_you_mean(name, tuple(known)),
                one.unit,
            )


def _rests_on(repository: Repository) -> object:
    return tuple(repository.posts_by_id)


RULE = RecordRule(
    "PK205",
    "unknown-post",
    Severity.ERROR,
    check,
    ("knowledge", "traceability"),
    rests_on=_rests_on,
    looks_up=(Post,),
    records=naming_posts,
)
