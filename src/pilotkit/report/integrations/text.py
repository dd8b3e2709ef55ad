"""For people at a terminal: the four lists, each matter with its place and a proposed decision."""

from collections.abc import Iterator

from pilotkit.model.decision import Decision
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.plan.integration import KINDS, Integration, Matter, matter_of
from pilotkit.report.escape import visible

TITLES = {
    "重复": Sentence("重复", "duplicates"),
    "交叉": Sentence("交叉", "overlaps"),
    "矛盾": Sentence("矛盾", "contradictions"),
    "缺失": Sentence("缺失", "gaps"),
}

_HOW = Sentence(
    "记下决定：pilot integrate --decide 编号 --by 谁 --reason 为什么；"
    "同一编号有几条的，加 --rule 规则",
    "record a decision: pilot integrate --decide IDS --by WHO --reason WHY;"
    " --rule where ids have several matters",
)


def render(integration: Integration, repository: Repository, lang: Lang) -> str:
    """Render the lists as text."""
    pilot, day = repository.pilot, repository.day
    lines = [visible(pilot.name if pilot else "—")]
    if pilot and pilot.invented:
        lines.append(visible(pilot.invented))
    lines.append(Sentence(f"截至 {day}", f"as of {day}").to(lang))
    for kind in KINDS:
        matters = integration.of(kind)
        lines += ["", f"{TITLES[kind].to(lang)} {len(matters)}"]
        lines += [line for one in matters for line in _matter(one, repository, lang)]
    decided = Sentence("已决定", "decided").to(lang)
    lines += ["", f"{decided} {len(integration.decided)}"]
    lines += [_decision(one, lang) for one in integration.decided]
    if integration.open:
        lines += ["", _HOW.to(lang)]
    return "\n".join([*lines, ""])


def owner_of(one: Matter, repository: Repository) -> str:
    """Name the unit that takes a matter."""
    unit = repository.unit(one.owner) if one.owner else None
    return unit.name if unit else one.owner or "—"


def sides_of(one: Decision) -> str:
    """Name what a decision is about."""
    sides = (
        f"{side.standard} {side.clause}" if side.clause else side.standard for side in one.sides
    )
    return "、".join([*sides, *([one.subject] if one.subject else [])])


def _matter(one: Matter, repository: Repository, lang: Lang) -> Iterator[str]:
    finding = one.finding
    yield visible(f"  {finding.location}: {finding.message.to(lang)}")
    if finding.help:
        yield visible(f"    {finding.help.to(lang)}")
    owner = owner_of(one, repository)
    proposed = Sentence(f"拟办 {one.proposed}，责任 {owner}", f"proposed {one.proposed}, {owner}")
    yield visible(f"    {proposed.to(lang)}")
    ids, rule = ",".join(one.ids), finding.name
    named = Sentence(f"编号 {ids}（规则 {rule}）", f"ids {ids} (rule {rule})")
    yield visible(f"    {named.to(lang)}")


def _decision(one: Decision, lang: Lang) -> str:
    matter = matter_of(one)
    about = sides_of(one) + (f"（{matter.to(lang)}）" if matter else "")
    return visible(f"  {one.kind} {about}: {one.decision} ({one.by}, {one.date}) {one.reason}")
