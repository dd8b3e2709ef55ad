"""For people at a terminal: what moved, why, and what was done."""

from collections.abc import Iterator

from pilotkit.history.changes import Action, Change
from pilotkit.history.diff import Diff, Moved
from pilotkit.measure.measures import TITLES
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.points import points_text
from pilotkit.model.sentence import COMMA, SEMICOLON, Lang, Sentence
from pilotkit.report.escape import visible
from pilotkit.report.listings.text import line as finding_line
from pilotkit.report.scores.text import figure

ACTIONS = {
    Action.ADDED: Sentence("新增", "added"),
    Action.REMOVED: Sentence("删除", "removed"),
    Action.ISSUED: Sentence("发布", "issued"),
    Action.WITHDRAWN: Sentence("废止", "withdrawn"),
    Action.REVISED: Sentence("修改条文", "revised"),
    Action.CHANGED: Sentence("改动", "changed"),
}
_MOST_BECAUSE = 6


def render(diff: Diff, lang: Lang) -> str:
    """Render a diff as lines."""
    lines = [headline(diff).to(lang), *_body(diff, lang)]
    return "".join(f"{visible(line)}\n" for line in lines)


# A file that cannot be read takes what was found in it along.
UNSEEN = Sentence(
    "有记录读不了，其中有的问题只是没有查到",
    "some records cannot be read: some of these are merely not seen",
)


def headline(diff: Diff) -> Sentence:
    """Say from what to what, and what became of the total."""
    base, head = diff.base, diff.head
    zh = f"{_name(base.verdict.revision).zh} → {_name(head.verdict.revision).zh}"
    en = f"{_name(base.verdict.revision).en} → {_name(head.verdict.revision).en}"
    before, after = points_text(base.score.supported), points_text(head.score.supported)
    days = f"{base.score.as_of.day} → {head.score.as_of.day}"
    return Sentence(
        f"{zh}（截至 {days}）：有据得分 {before} → {after}",
        f"{en} (as of {days}): supported {before} → {after}",
    )


def _name(revision: str | None) -> Sentence:
    return Sentence(revision, revision) if revision else Sentence("工作区", "the folder")


def _body(diff: Diff, lang: Lang) -> Iterator[str]:
    yield from _titled(Sentence("规则和计分表有改动", "Rules or table changed"), lang, diff.rules)
    yield from _titled(
        Sentence("删除了报告问题的记录（错误）", "Removed records that reported trouble (error)"),
        lang,
        [
            Sentence(
                f"{one.record.id} {one.record.title}（{one.record.kind}），"
                f"删除带来 {points_text(one.points)} 分",
                f"{one.record.id} ({one.record.kind}), its removal brought "
                f"{points_text(one.points)} points",
            )
            for one in diff.removed_trouble
        ],
    )
    moved = [moved_line(one) for one in diff.moved]
    yield from _titled(Sentence("得分变化", "Criteria that moved"), lang, moved)
    measures = [
        Sentence(
            f"{TITLES[after.measure].zh}：{figure(before).zh} → {figure(after).zh}",
            f"{TITLES[after.measure].en}: {figure(before).en} → {figure(after).en}",
        )
        for before, after in diff.measures
    ]
    yield from _titled(Sentence("指标", "Measures"), lang, measures)
    finished = [Sentence(one, one) for one in diff.finished]
    yield from _titled(Sentence("完成的任务", "Tasks finished"), lang, finished)
    reopened = [Sentence(one, one) for one in diff.reopened]
    yield from _titled(Sentence("不再完成的任务", "Tasks no longer finished"), lang, reopened)
    yield from _titled(Sentence("改动", "Changes"), lang, list(map(change_line, diff.changes)))
    yield from _findings(Sentence("新问题", "New findings"), diff.new, lang)
    yield from _findings(Sentence("已解决的问题", "Solved findings"), diff.solved, lang)
    if diff.solved and diff.head.repository.incomplete:
        yield UNSEEN.to(lang)
    still = Sentence(f"原有问题 {diff.still} 个", f"findings still there: {diff.still}")
    yield still.to(lang)


def moved_line(one: Moved) -> Sentence:
    """Say how a criterion moved and which records caused it."""
    zh, en = (comma.join(one.because[:_MOST_BECAUSE]) for comma in COMMA)
    rest = len(one.because) - _MOST_BECAUSE
    more = (
        Sentence(f" 等 {len(one.because)} 条", f" and {rest} more")
        if rest > 0
        else Sentence("", "")
    )
    points = f"{points_text(one.before)} → {points_text(one.after)}"
    return Sentence(
        f"{one.id} {one.of.marked_name}：{points}" + (f"（{zh}{more.zh}）" if zh else ""),
        f"{one.id}: {points}" + (f" ({en}{more.en})" if en else ""),
    )


def change_line(one: Change) -> Sentence:
    """Say what became of a record, old → new."""
    action = ACTIONS[one.action]
    zh, en = SEMICOLON.join(one.details)
    return Sentence(
        f"{one.kind.zh}{action.zh}：{one.id} {one.title}" + (f"（{zh}）" if zh else ""),
        f"{one.kind.en} {action.en}: {one.id} {one.title}" + (f" ({en})" if en else ""),
    )


def _titled(
    title: Sentence, lang: Lang, said: list[Sentence] | tuple[Sentence, ...]
) -> Iterator[str]:
    if said:
        yield title.to(lang)
        yield from (f"  {one.to(lang)}" for one in said)


def _findings(title: Sentence, found: tuple[Diagnostic, ...], lang: Lang) -> Iterator[str]:
    if found:
        yield f"{title.to(lang)} {len(found)}"
        yield from (f"  {finding_line(one, lang)}" for one in found)
