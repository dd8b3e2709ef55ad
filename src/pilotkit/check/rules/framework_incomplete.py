"""PK311 framework-incomplete.

What
    zh: 框架要有四个支柱，都在写明的层次上；每个层次有支柱，每个支柱有子体系。
    en: The four pillars stand on layers that are written; no layer and no pillar is empty.
Why
    zh: 灞政办发〔2021〕48号 三、建设内容：三个层次、四个支柱体系；计分表 C6-1、C7-1。
    en: The plan, 三: three layers and four pillars; criteria C6-1 and C7-1.
Bad
    - {id: GL, name: 管理标准体系, layer: 4, subsystems: [{id: gl-caiwu, name: 财务}]}
Good
    - {id: GL, name: 管理标准体系, layer: 2, subsystems: [{id: gl-caiwu, name: 财务}]}
Mend
    zh: 在 data/framework.yaml 补上缺的支柱、子体系，或改正 layer。
    en: Add what is missing to data/framework.yaml, or mend `layer`.
Waive
    zh: 框架还在搭建的（第三阶段），写明理由和到期日。
    en: While the framework is being built (phase three): with a reason and an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.framework import Framework
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_PILLARS = {"JC": "通用基础", "TG": "服务提供", "GL": "管理", "GZ": "岗位工作"}


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every gap of the framework, or that there is none yet."""
    framework, pilot = repository.framework, repository.pilot
    if framework:
        yield from _layers(framework)
        yield from _pillars(framework)
    elif pilot:
        yield Finding(
            pilot.at("undertaking"),
            Sentence("还没有标准体系框架", "there is no framework of standards"),
            Sentence("写入 data/framework.yaml", "add it to data/framework.yaml"),
            repository.undertaker,
            tuple(_PILLARS),
        )


def _layers(framework: Framework) -> Iterator[Finding]:
    used = {pillar.layer for pillar in framework.pillars}
    for index, layer in enumerate(framework.layers):
        if layer.number not in used:
            yield Finding(
                framework.at("layers", index, "number"),
                Sentence(
                    f"第 {layer.number} 层没有支柱体系", f"layer {layer.number} has no pillar"
                ),
                subjects=(f"layer-{layer.number}",),
            )


def _pillars(framework: Framework) -> Iterator[Finding]:
    written = {layer.number for layer in framework.layers}
    for index, pillar in enumerate(framework.pillars):
        if pillar.layer not in written:
            yield Finding(
                framework.at("pillars", index, "layer"),
                Sentence(
                    f"{pillar.name}写在第 {pillar.layer} 层，没有这一层",
                    f"{pillar.id} is on layer {pillar.layer}, which does not exist",
                ),
                subjects=(pillar.id,),
            )
        if not pillar.subsystems:
            yield Finding(
                framework.at("pillars", index, "id"),
                Sentence(f"{pillar.name}没有子体系", f"{pillar.id} has no subsystem"),
                subjects=(pillar.id,),
            )
    for key in sorted(_PILLARS.keys() - {pillar.id for pillar in framework.pillars}):
        yield Finding(
            framework.at("pillars"),
            Sentence(f"缺{_PILLARS[key]}支柱体系（{key}）", f"the pillar {key} is missing"),
            subjects=(key,),
        )


RULE = Rule("PK311", "framework-incomplete", Severity.WARNING, check, needs=(Framework,))
