"""For a pull request: one comment, short, everything escaped, found again by a hidden marker."""

from collections.abc import Iterator
from urllib.parse import quote

from pilotkit.history.diff import Diff
from pilotkit.model.diagnostic import Diagnostic, Severity
from pilotkit.model.location import Location
from pilotkit.model.naming import called
from pilotkit.model.points import points_text
from pilotkit.model.sentence import COMMA, Lang, Sentence
from pilotkit.report.diffs.text import UNSEEN, change_line, headline, moved_line
from pilotkit.report.escape import markdown_text

MARKER = "<!-- pilotkit-diff -->"
# A comment holds 65,536 characters; what is beyond these limits is said to be cut.
_MOST_CHANGES = 40
_MOST_FINDINGS = 30
_LONGEST_TEXT = 400
_MOST_BYTES = 60_000


def render(diff: Diff, lang: Lang, links: str | None = None) -> str:
    """Render a diff as the comment of a pull request.

    `links` is the address under which the head's workspace is shown, with a slash at its end.
    """
    lines = [MARKER, f"### {_text(headline(diff).to(lang))}", "", *_body(diff, lang, links)]
    kept, taken = 0, 0
    for line in lines:
        taken += len(line.encode()) + 1
        kept += taken <= _MOST_BYTES
    if kept < len(lines):
        cut = Sentence(
            f"内容过长，另有 {len(lines) - kept} 行未列出；全文请在本机运行 pilot diff",
            f"Too long: {len(lines) - kept} more lines are not listed; run pilot diff for all",
        )
        lines = [*lines[:kept], "", f"**{cut.to(lang)}**"]
    return "\n".join(lines) + "\n"


def _text(said: str) -> str:
    return markdown_text(said if len(said) <= _LONGEST_TEXT else f"{said[:_LONGEST_TEXT]}…")


def _body(diff: Diff, lang: Lang, links: str | None) -> Iterator[str]:
    yield from _list(Sentence("规则和计分表有改动", "Rules or table changed"), lang, diff.rules)
    removed = [
        Sentence(
            f"{one.record.id}（{one.record.kind}），删除带来 {points_text(one.points)} 分",
            f"{one.record.id} ({one.record.kind}): {points_text(one.points)} points",
        )
        for one in diff.removed_trouble
    ]
    title = Sentence("删除了报告问题的记录", "Removed records that reported trouble")
    yield from _list(title, lang, removed)
    lost = [moved_line(one) for one in diff.moved if one.lost]
    won = [moved_line(one) for one in diff.moved if not one.lost]
    yield from _list(Sentence("失分", "Points lost"), lang, lost)
    yield from _list(Sentence("得分", "Points won"), lang, won)
    yield from _findings(diff, lang, links)
    look = [change_line(one) for one in diff.changes]
    title = Sentence("请审阅", "For the reviewer")
    yield from _list(title, lang, look[:_MOST_CHANGES], len(look) - _MOST_CHANGES)
    units = sorted({one.unit for one in diff.changes if one.unit})
    if units:
        said = _text(COMMA.to(lang).join(called(diff.head.repository, one) for one in units))
        yield Sentence(f"涉及单位：{said}", f"Units: {said}").to(lang)
    yield Sentence(f"原有问题 {diff.still} 个。", f"Findings still there: {diff.still}.").to(lang)


def _list(
    title: Sentence, lang: Lang, said: list[Sentence] | tuple[Sentence, ...], cut: int = 0
) -> Iterator[str]:
    if said:
        yield f"**{title.to(lang)}**"
        yield ""
        yield from (f"- {_text(one.to(lang))}" for one in said)
        if cut > 0:
            yield Sentence(f"- 另有 {cut} 条未列出", f"- {cut} more are not listed").to(lang)
        yield ""


def _findings(diff: Diff, lang: Lang, links: str | None) -> Iterator[str]:
    errors = [one for one in diff.new if one.severity is Severity.ERROR]
    others = [one for one in diff.new if one.severity is not Severity.ERROR]
    found = [*errors, *others]
    if found:
        title = Sentence(f"新问题 {len(found)} 个", f"New findings: {len(found)}").to(lang)
        yield f"**{title}**"
        yield ""
        yield from (_finding(one, lang, links) for one in found[:_MOST_FINDINGS])
        cut = len(found) - _MOST_FINDINGS
        if cut > 0:
            yield Sentence(f"- 另有 {cut} 个未列出", f"- {cut} more are not listed").to(lang)
        yield ""
    if diff.solved:
        n = len(diff.solved)
        yield Sentence(f"已解决 {n} 个问题。", f"Findings solved: {n}.").to(lang)
        if diff.head.repository.incomplete:
            yield Sentence(f"{UNSEEN.zh}。", f"{UNSEEN.en}.").to(lang)
        yield ""


def _finding(found: Diagnostic, lang: Lang, links: str | None) -> str:
    return f"- {_place(found.location, links)} {found.code} {_text(found.message.to(lang))}"


def _place(location: Location, links: str | None) -> str:
    said = _text(str(location))
    if links is None:
        return said
    path = quote(location.path.encode("utf-8", "surrogateescape"))
    # A text is shown rendered, without lines, unless it is asked for as it is written.
    plain = "?plain=1" if path.endswith(".md") else ""
    return f"[{said}]({links}{path}{plain}#L{location.line})"
