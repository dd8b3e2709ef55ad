"""What sections say alike: the points of an indicator, and what the plan has in store."""

from collections.abc import Iterator

from pilotkit.model.points import points_text
from pilotkit.report.case import Case, marked
from pilotkit.report.document import Block, Paragraph
from pilotkit.report.tables.plan import arranged


def earned(case: Case, *indicators: str) -> str:
    """Say how many of their points these indicators have: C1 领导职责得1分（满分2分）."""
    zh, en = [], []
    for one in case.score.indicators:
        if one.id in indicators:
            name = marked(f"{one.id} {one.indicator.name}", one.indicator.prov)
            points, most = points_text(one.supported), points_text(one.indicator.points)
            zh.append(f"“{name}”得{points}分（满分{most}分）")
            en.append(f"{name}: {points} of {most}")
    if not zh:
        return ""
    return case.say(f"对照计分表，{'，'.join(zh)}。", f"By the table: {'; '.join(en)}.")


def claimed_points(case: Case) -> str:
    """Say how many points are claimed."""
    claimed = case.score.claimed
    if claimed is None:
        return case.say("未自评打分", "no points claimed")
    return case.say(f"自评得分{points_text(claimed)}分", f"claimed {points_text(claimed)}")


def conclusion(case: Case, *indicators: str) -> Iterator[Block]:
    """Close a section with its points and, where some are lost, what the plan has in store.

    A table without these indicators has nothing to say on them.
    """
    if told := earned(case, *indicators):
        yield Paragraph(told)
    lost = tuple(one.id for id_ in indicators for one in case.score.of_indicator(id_) if one.lost)
    if lost:
        yield Paragraph(arranged(case, lost))
