"""PK353 post-adjacency.

What
    zh: 相邻岗位要存在，而且对方也写了这个岗位。
    en: A neighbour of a post exists, and names the post as its neighbour too.
Why
    zh: 灞政办发〔2021〕48号 三：与相邻岗位有什么关系；一方写、另一方不写，交接就对不上。
    en: The plan, 三, asks how neighbouring posts stand; said by one only, the handover has a gap.
Bad
    adjacent: [{post: shenhe, relation: 移交材料}]
Good
    adjacent: [{post: shouli, relation: 接收材料}]
Mend
    zh: 在对方岗位的 adjacent 里补一行，或改正编号。
    en: Add a line to `adjacent` of the other post, or mend the id.
Waive
    zh: 不宜豁免：两个岗位的标准会互相矛盾。
    en: Better not: the standards of the two posts would contradict each other.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.post import Post
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every neighbour that is unknown, or that does not know of it."""
    posts, day = repository.posts_by_id, repository.day
    known = tuple(posts)
    named = {post.id: {one.post for one in post.adjacent} for post in repository.posts}
    for post in repository.posts:
        for index, neighbour in enumerate(post.adjacent):
            other = posts.get(neighbour.post)
            help_ = None
            if other is None:
                message = Sentence(f"没有岗位“{neighbour.post}”", f"no post {neighbour.post!r}")
                help_ = did_you_mean(neighbour.post, known)
            elif post.id not in named[other.id] and post.holds_on(day) and other.holds_on(day):
                message = Sentence(
                    f"{other.name}没有把{post.name}写作相邻岗位",
                    f"{other.id} does not name {post.id} as its neighbour",
                )
                help_ = Sentence(f"补在 {other.path}", f"add it in {other.path}")
            else:
                continue
            place = post.at("adjacent", index, "post")
            yield Finding(place, message, help_, repository.owner_of(post))


RULE = Rule("PK353", "post-adjacency", Severity.ERROR, check, needs=(Post,))
