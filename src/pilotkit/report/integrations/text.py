"""For people at a terminal: the four lists, each matter with its place and a proposed decision."""

from collections.abc import Iterator

from rich.text import Text

from pilotkit.model.decision import Decision
from pilotkit.model.naming import called, unit_called
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import COMMA, Lang, Sentence
from pilotkit.plan.integration import KINDS, Integration, Matter, matter_of
from pilotkit.report.escape import visible
from pilotkit.report.statuses.text import head, paragraph

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


def render(
    integration: Integration, repository: Repository, lang: Lang, width: int
) -> Iterator[Text]:
    """Yield the lines of the lists, none wider than `width` columns but for the ids to copy."""
    yield from head(repository, lang, width)
    for kind in KINDS:
        matters = integration.of(kind)
        yield Text()
        yield Text(f"{TITLES[kind].to(lang)} {len(matters)}", "bold")
        for one in matters:
            yield from _matter(one, repository, lang, width)
    decided = Sentence("已决定", "decided").to(lang)
    yield Text()
    yield Text(f"{decided} {len(integration.decided)}", "bold")
    for taken in integration.decided:
        yield from paragraph(_decision(taken, repository, lang), width, 2)
    if integration.open:
        yield Text()
        yield from paragraph(_HOW.to(lang), width, 0, "dim")


def owner_of(one: Matter, repository: Repository) -> str:
    """Name the unit that takes a matter."""
    return unit_called(repository, one.owner) if one.owner else "—"


def sides_of(one: Decision, repository: Repository, lang: Lang) -> str:
    """Name what a decision is about."""
    sides = (
        f"{called(repository, side.standard)} {side.clause or ''}".rstrip() for side in one.sides
    )
    about = (called(repository, subject) for subject in one.subjects)
    return COMMA.to(lang).join([*sides, *about])


def _matter(one: Matter, repository: Repository, lang: Lang, width: int) -> Iterator[Text]:
    finding = one.finding
    yield from paragraph(f"{finding.location}: {finding.message.to(lang)}", width, 2)
    if finding.help:
        yield from paragraph(finding.help.to(lang), width, 4)
    owner = owner_of(one, repository)
    proposed = Sentence(f"拟办 {one.proposed}，责任 {owner}", f"proposed {one.proposed}, {owner}")
    yield from paragraph(proposed.to(lang), width, 4)
    ids, rule = ",".join(one.ids), finding.name
    named = Sentence(f"编号 {ids}（规则 {rule}）", f"ids {ids} (rule {rule})")
    # Broken in two, ids could not be copied.
    yield Text(f"    {visible(named.to(lang))}", "dim")


def _decision(one: Decision, repository: Repository, lang: Lang) -> str:
    about, matter = sides_of(one, repository, lang), matter_of(one)
    said = Sentence(
        f"{one.kind} {about}{f'（{matter.zh}）' if matter else ''}："
        f"{one.decision}（{one.by}，{one.date}）{one.reason}",
        f"{one.kind} {about}{f' ({matter.en})' if matter else ''}: "
        f"{one.decision} ({one.by}, {one.date}) {one.reason}",
    )
    return said.to(lang)
