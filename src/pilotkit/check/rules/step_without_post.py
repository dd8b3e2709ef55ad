"""PK344 step-without-post.

What
    zh: 事项的每个办理步骤都写明由哪个岗位做。
    en: Every step of an item names the post that does it.
Why
    zh: 没有岗位的步骤无人负责；办理规程和岗位工作标准要靠它对上（阶段五的“缺失”）。
    en: Nobody answers for it; procedures and the standards of posts meet in it (phase five).
Bad
    steps: [{name: 受理, post: shouli}, {name: 审查}]
Good
    steps: [{name: 受理, post: shouli}, {name: 审查, post: shencha}]
Mend
    zh: 在步骤里补写 post；由申请人或系统完成的环节，并入前后的步骤。
    en: Write `post`; what the applicant or a system does belongs to the step beside it.
Waive
    zh: 岗位设置待定的，写明理由和到期日。
    en: Where the posts are not settled yet: with reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every item of the day with steps that no post does, at the first of them."""
    for item in repository.items:
        missing = [index for index, step in enumerate(item.steps) if not step.post]
        if missing and item.holds_on(repository.day):
            names = "、".join(item.steps[index].name for index in missing)
            yield Finding(
                item.at("steps", missing[0]),
                Sentence(
                    f"{item.name}的步骤没有写由哪个岗位做：{names}",
                    f"steps of {item.id} name no post: {names}",
                ),
                unit=repository.owner_of(item),
            )


RULE = Rule("PK344", "step-without-post", Severity.WARNING, check)
