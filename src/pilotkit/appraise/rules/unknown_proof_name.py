"""PK806 unknown-proof-name.

What
    zh: 评分依据里写了不存在的证据种类、字段、取值、指标、规则代码、支柱体系或单位。
    en: A proof names a kind, field, value, measure, code, pillar or unit that does not exist.
Why
    zh: 写错一个名字，这条依据就永远得 0 分，而且看不出原因（design §5）。
    en: With one wrong name a proof gives 0 for ever, and does not say why.
Bad
    proof: {evidence: {kind: 文件, where: {doc_type: 工作总结}}}
Good
    proof: {evidence: {kind: 文件, where: {doc_types: 工作总结}}}
Mend
    zh: 改正名字；字段和取值见 docs/proof-language.md。
    en: Mend the name; docs/proof-language.md has the fields.
Waive
    zh: 不宜豁免：依据不会生效。
    en: Better not: the proof has no effect.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.names import unknown_members, unknown_names
from pilotkit.appraise.proofs import every_node
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every name in the workspace's proofs that nobody knows."""
    repository = appraisal.repository
    for written in every_node(repository):
        for unknown in unknown_names(written.proof, repository):
            route = (*written.route, *unknown.route)
            place = written.entity.at_key if unknown.is_key else written.entity.at
            yield Finding(place(*route), unknown.said, unknown.help)
    if table := repository.scoring:
        for name, members in table.code_sets.items():
            for index, unknown in unknown_members(members):
                yield Finding(table.at("code_sets", name, index), unknown.said, unknown.help)


RULE = Rule("PK806", "unknown-proof-name", Severity.ERROR, check)
