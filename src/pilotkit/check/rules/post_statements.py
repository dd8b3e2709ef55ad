"""PK351 post-statements.

What
    zh: 每个岗位要写清五句话：做什么、怎么做、做到什么程度、由谁来考核监督、与相邻岗位有什么关系。
    en: Every post makes five statements: what, how, how well, assessed by whom, and its neighbours.
Why
    zh: 灞政办发〔2021〕48号 三、建设内容：岗位工作标准要写明这五项。
    en: The plan, 三, names the five for every standard of a post.
Bad
    degree: 当场办结
Good
    adjacent: [{post: shenhe, relation: 移交申请}]
Mend
    zh: 在岗位文件里补上缺的几句：does、how、degree、assessed_by、adjacent。
    en: Add what is missing: `does`, `how`, `degree`, `assessed_by`, `adjacent`.
Waive
    zh: 岗位标准排在以后编写的，写明理由和到期日。
    en: Where the standard of the post is planned for later: with a reason and an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_STATEMENTS = {
    "does": "做什么",
    "how": "怎么做",
    "degree": "做到什么程度",
    "assessed_by": "由谁来考核监督",
    "adjacent": "与相邻岗位有什么关系",
}


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every post of the day that lacks one of the five."""
    for post in repository.living_posts:
        missing = [key for key in _STATEMENTS if not getattr(post, key)]
        if missing:
            said = "、".join(_STATEMENTS[key] for key in missing)
            yield Finding(
                post.at("id"),
                Sentence(f"{post.name}没有写：{said}", f"{post.id} lacks {', '.join(missing)}"),
                unit=repository.owner_of(post),
            )


RULE = Rule("PK351", "post-statements", Severity.WARNING, check)
