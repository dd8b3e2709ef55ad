"""PK352 post-assessor-unknown.

What
    zh: 考核监督岗位的，必须是已有的岗位（写编号）或单位，不能是岗位自己。
    en: Who assesses a post is a post (by its id) or a unit that exists, and not the post itself.
Why
    zh: 灞政办发〔2021〕48号 三：由谁来考核监督；查无此人就没有人考核。
    en: The plan, 三, asks who assesses a post; by nobody known it is assessed by nobody.
Bad
    assessed_by: 值班长
Good
    assessed_by: zhibanzhang
Mend
    zh: 改成岗位编号，或单位的编号、名称；新岗位先建文件。
    en: Write the id of a post, or a unit; give a new post its file first.
Waive
    zh: 不宜豁免：岗位标准写不全。
    en: Better not: the standard of the post would have a hole.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.post import Post
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.unit import Unit


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every assessor that is neither another post nor a unit."""
    posts = repository.posts_by_id
    known = (*posts, *repository.unit_names)
    for post in repository.posts:
        name = post.assessed_by
        if name is None:
            continue
        if name == post.id:
            message = Sentence("岗位不能由自己考核", "the post would assess itself")
            yield Finding(post.at("assessed_by"), message, unit=repository.owner_of(post))
        elif name not in posts and repository.unit(name) is None:
            yield Finding(
                post.at("assessed_by"),
                Sentence(f"没有岗位或单位“{name}”", f"no post or unit {name!r}"),
                did_you_mean(name, known),
                repository.owner_of(post),
            )


RULE = Rule(
    "PK352", "post-assessor-unknown", Severity.ERROR, check, needs=(Post,), looks_up=(Unit,)
)
