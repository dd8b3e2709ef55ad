"""PK807 unbuilt-code.

What
    zh: 评分依据用到的规则本工具还没有实现，这部分依据暂按 0 计。
    en: A proof rests on a rule that this tool does not have yet; that part of it gives 0.
Why
    zh: 没有检查过的不能说没有问题；分数偏低的原因要让人看见（design §5）。
    en: What was not looked at cannot be called clean; a reader must see why the score is low.
Bad
    clean: {codes: [a-set], over: standards}
Good
    clean: {codes: [framework-incomplete], over: framework}
Mend
    zh: 不必改数据；升级 pilotkit 后再评分。
    en: Change nothing; score again with a later pilotkit.
Waive
    zh: 可以豁免：这是工具的事。
    en: You may: it is the tool's business.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.names import BUILT
from pilotkit.appraise.proofs import every_node
from pilotkit.check.declared import DECLARED
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every code that is declared and not built, once, where it stands first."""
    repository = appraisal.repository
    said: set[str] = set()
    for entity, route, proof, _ in every_node(repository):
        for index, name in enumerate(proof.clean.codes if proof.clean else ()):
            if name not in said and _is_unbuilt(name, repository):
                said.add(name)
                yield Finding(
                    entity.at(*route, "clean", "codes", index),
                    Sentence(
                        f"规则“{name}”尚未实现，用到它的依据暂按 0 计",
                        f"{name} is not built yet; what rests on it gives 0",
                    ),
                )


def _is_unbuilt(name: str, repository: Repository) -> bool:
    members = repository.table.code_sets.get(name)
    if members is None:
        return name in DECLARED - BUILT
    return not members or any(one in DECLARED - BUILT for one in members)


RULE = Rule("PK807", "unbuilt-code", Severity.NOTE, check)
