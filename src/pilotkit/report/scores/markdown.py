"""For a pull request or a chat: the total, the table by B, and what is lost."""

from pilotkit.measure.measures import HEADLINE, TITLES
from pilotkit.model.diagnostic import Verdict
from pilotkit.model.ownership import owner_of
from pilotkit.model.points import points_text
from pilotkit.model.repository import Repository
from pilotkit.model.score import Score
from pilotkit.model.sentence import SEMICOLON, Lang, Sentence
from pilotkit.report.escape import markdown_text
from pilotkit.report.scores.text import figure
from pilotkit.report.standing import RECONSTRUCTED, markdown_head


def render(repository: Repository, score: Score, verdict: Verdict, lang: Lang) -> str:
    """Render a score as Markdown; text of files is escaped."""
    claimed = "—" if score.claimed is None else points_text(score.claimed)
    supported, most = points_text(score.supported), points_text(score.table.total)
    headline = Sentence(
        f"有据得分 **{supported}** / {most}，自评得分 {claimed}",
        f"Supported **{supported}** / {most}, claimed {claimed}",
    )
    unread = [verdict.unread.to(lang), ""] if verdict.unread else []
    lines = markdown_head(repository, lang, revision=verdict.revision)
    lines += [headline.to(lang), "", *unread, *_indicators(score, lang), ""]
    lines += [
        f"- {TITLES[one].to(lang)}: {figure(score.measurements[one]).to(lang)}" for one in HEADLINE
    ]
    return "\n".join([*lines, "", *_losses(repository, score, lang), ""])


def _indicators(score: Score, lang: Lang) -> list[str]:
    head = Sentence("| 指标 | 有据 | 自评 | 满分 |", "| indicator | supported | claimed | max |")
    rows = [head.to(lang), "| --- | ---: | ---: | ---: |"]
    shown = [one for one in score.indicators if one.indicator.children]
    for one in shown:
        claimed = "—" if one.claimed is None else points_text(one.claimed)
        name = markdown_text(f"{one.id} {one.indicator.marked_name}")
        supported, most = points_text(one.supported), points_text(one.indicator.points)
        rows.append(f"| {name} | {supported} | {claimed} | {most} |")
    if any(one.indicator.prov == "reconstructed" for one in shown):
        rows += ["", markdown_text(RECONSTRUCTED.to(lang))]
    return rows


def _losses(repository: Repository, score: Score, lang: Lang) -> list[str]:
    head = Sentence("| 条目 | 失分 | 原因 | 责任 |", "| criterion | lost | why | owner |")
    lost = sorted((one for one in score.criteria if one.lost), key=lambda one: -one.lost)
    rows = [head.to(lang), "| --- | ---: | --- | --- |"] if lost else []
    for one in lost:
        why = markdown_text(SEMICOLON.join(one.reasons).to(lang))
        owner = markdown_text(owner_of(repository, one.id).to(lang))
        rows.append(f"| {one.id} | {points_text(one.lost)} | {why} | {owner} |")
    return rows
