"""For people at a terminal: the total, bars, the measures, then what is lost and why.

Lines are rich texts: coloured on a terminal, plain elsewhere, never more than the width wide.
"""

from collections.abc import Iterator

from rich.text import Text

from pilotkit.measure.measures import HEADLINE, TITLES
from pilotkit.model.diagnostic import Verdict
from pilotkit.model.measurement import Measurement
from pilotkit.model.ownership import owner_of
from pilotkit.model.points import points_text
from pilotkit.model.repository import Repository
from pilotkit.model.score import CriterionScore, IndicatorScore, Score, Status
from pilotkit.model.sentence import SEMICOLON, Lang, Sentence
from pilotkit.report.escape import visible
from pilotkit.report.layout import pad, pad_left
from pilotkit.report.statuses.text import head, paragraph
from pilotkit.score.targets import is_met

_BAR = 20
_NAME = 34
_POINTS = 9
_TITLE = 22
_FIGURE = 34
_INDENT = 8
_MOST_REASONS = 4


def render(
    repository: Repository, score: Score, verdict: Verdict, lang: Lang, width: int
) -> Iterator[Text]:
    """Yield the lines of a score for a terminal of `width` columns."""
    yield from _head(repository, score, verdict, lang, width)
    yield Text()
    for indicator in score.indicators:
        if indicator.indicator.children:
            yield _bar(indicator)
    yield Text()
    for name in HEADLINE:
        if measured := score.measurements.get(name):
            yield _measure(repository, measured, lang)
    yield Text()
    yield from _losses(repository, score, lang, width)
    yield from _small_print(score, lang, width)


def _head(
    repository: Repository, score: Score, verdict: Verdict, lang: Lang, width: int
) -> Iterator[Text]:
    yield from head(repository, lang, width, verdict.revision)
    yield Text()
    supported = f"{points_text(score.supported)} / {points_text(score.table.total)}"
    claimed = "—" if score.claimed is None else points_text(score.claimed)
    line = Text(Sentence("有据得分 ", "supported ").to(lang))
    line.append(supported, "bold green")
    line.append(
        Sentence(
            f"    自评得分 {claimed}    待评 {points_text(score.unassessed)}"
            f"    失分 {points_text(score.lost)}",
            f"    claimed {claimed}    unassessed {points_text(score.unassessed)}"
            f"    lost {points_text(score.lost)}",
        ).to(lang)
    )
    yield line
    if verdict.unread:
        yield from paragraph(verdict.unread.to(lang), width, 0, "red")


def _bar(one: IndicatorScore) -> Text:
    top = one.indicator.level == 1
    name = visible(f"{'' if top else '  '}{one.id} {one.indicator.name}")
    points = f"{points_text(one.supported)}/{points_text(one.indicator.points)}"
    filled = int(one.supported * _BAR / one.indicator.points) if one.indicator.points else 0
    line = Text(pad(name, _NAME), "bold" if top else "")
    line.append(pad_left(points, _POINTS) + "  ")
    line.append("█" * filled, "green")
    line.append("░" * (_BAR - filled), "dim")
    if one.indicator.prov == "reconstructed":
        line.append(" *")
    return line


def _measure(repository: Repository, measured: Measurement, lang: Lang) -> Text:
    title = TITLES[measured.measure].to(lang)
    if measured.method:
        title = f"{title} ({measured.method})" if lang == "en" else f"{title}（{measured.method}）"
    line = Text(pad(title, _TITLE))
    line.append(pad(figure(measured).to(lang), _FIGURE))
    targets = repository.targets
    target = next((one for one in targets if one.measure == measured.measure), None)
    if target and target.at_least is not None:
        met = is_met(target, measured)
        percent = points_text(target.at_least * 100)
        goal = Sentence(f"目标 {percent} %  ", f"target {percent} %  ").to(lang)
        line.append(goal)
        verdict = Sentence("达到", "reached") if met else Sentence("未达到", "not reached")
        line.append(verdict.to(lang), "green" if met else "red")
    return line


def fraction(measured: Measurement) -> Sentence:
    """Write numerator, denominator and the rate, cut (never rounded) to a tenth of a percent."""
    text = measured.fraction
    return Sentence(text, text) if text else Sentence("不适用", "not applicable")


def figure(measured: Measurement) -> Sentence:
    """Write a measurement as a fraction and a cut percentage, with what is not confirmed."""
    zh, en = fraction(measured)
    if measured.pending:
        n = len(measured.pending)
        zh, en = f"{zh}，待确认 {n}", f"{en}, {n} not confirmed"
    return Sentence(zh, en)


def _losses(repository: Repository, score: Score, lang: Lang, width: int) -> Iterator[Text]:
    lost = [one for one in score.criteria if one.lost]
    if not lost:
        yield Text(Sentence("没有失分。", "Nothing is lost.").to(lang), "green")
        return
    yield Text(Sentence("失分清单", "Points lost").to(lang), "bold")
    for one in sorted(lost, key=lambda one: -one.lost):
        yield from _loss(repository, one, lang, width)


def _loss(repository: Repository, one: CriterionScore, lang: Lang, width: int) -> Iterator[Text]:
    line = Text(pad(one.id, _INDENT), "bold")
    line.append(pad(f"-{points_text(one.lost)}", 6), "red")
    line.append(visible(one.indicator.name))
    if one.is_reconstructed:
        line.append(Sentence(" *（文字为推定）", " * (reconstructed wording)").to(lang))
    if one.status is Status.UNASSESSED or one.unassessed:
        points = points_text(one.unassessed)
        line.append(Sentence(f"  待评 {points}", f"  unassessed {points}").to(lang), "yellow")
    yield line
    for reason in one.reasons[:_MOST_REASONS]:
        yield from paragraph(f"· {reason.to(lang)}", width, _INDENT)
    rest = len(one.reasons) - _MOST_REASONS
    if rest > 0:
        more = Sentence(
            f"· 还有 {rest} 条，见 pilot explain {one.id}", f"· {rest} more: pilot explain {one.id}"
        )
        yield from paragraph(more.to(lang), width, _INDENT)
    owner = owner_of(repository, one.id)
    said = Sentence(f"责任：{owner.zh}", f"owner: {owner.en}").to(lang)
    yield from paragraph(said, width, _INDENT, "dim")


def _small_print(score: Score, lang: Lang, width: int) -> Iterator[Text]:
    notes = [Sentence("* 为推定或修复的文字，附件原文残缺", "* reconstructed, not official words")]
    if score.later:
        notes.append(
            Sentence(
                f"截至日期之后的记录 {score.later} 条，未计入",
                f"{score.later} later records are not counted",
            )
        )
    if score.changes:
        zh, en = SEMICOLON.join(score.changes)
        notes.append(Sentence(f"与官方计分表不同：{zh}", f"differs from the official table: {en}"))
    else:
        notes.append(
            Sentence("计分表、评分依据和窗口期未作改动", "table, proofs and windows are unchanged")
        )
    yield Text()
    for note in notes:
        yield from paragraph(note.to(lang), width, 0, "dim")
