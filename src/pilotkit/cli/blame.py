"""`pilot blame`: which commit brought or took a criterion's points, or brought a record."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.hindsight import scores_of
from pilotkit.cli.options import AsOfOption, FolderOption, LangOption, day, echo, workspace
from pilotkit.cli.pipeline import examine
from pilotkit.cli.reading import SHALLOW, Revisions, read
from pilotkit.history.moves import Move, moves
from pilotkit.history.trend import Moment
from pilotkit.model.fault import Fault
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Lang, Sentence, did_you_mean
from pilotkit.report.escape import visible

_THERE = Sentence("已有", "was there")


def blame(
    topic: Annotated[
        str,
        typer.Argument(
            metavar="条目或证据 / TOPIC", help="评分条目或证据编号 / a criterion or evidence id"
        ),
    ],
    folder: FolderOption = Path(),
    tip: Annotated[str, typer.Option(help="到哪个版本为止 / up to which revision")] = "HEAD",
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """哪次提交带来或带走了分数、证据 / which commit brought or took points or a record."""
    root = workspace(folder, lang)
    now = examine(read(root), day(as_of), showing=False)
    revisions = Revisions(root)
    moments = revisions.moments(tip)
    if now.score.criterion(topic):
        scores = scores_of(revisions, moments, day(as_of), root)
        lines = [_moved(revisions, one, lang) for one in moves(scores, topic)]
    else:
        lines = list(_of_record(revisions, moments, topic, lang))
        if not lines:
            known = [one.id for one in now.score.criteria]
            known += [one.id for one in now.repository.evidence]
            unknown = Sentence(f"历史里没有“{topic}”", f"the history knows no {topic!r}")
            ids = Sentence("写评分条目（C14-1）或证据的编号", "write a criterion (C14-1) or an id")
            raise Fault(unknown, did_you_mean(topic, known) or ids)
    if revisions.checkout.shallow:
        lines.append(SHALLOW.to(lang))
    echo("".join(f"{visible(line)}\n" for line in lines) or _never(topic).to(lang) + "\n")


def _moved(revisions: Revisions, one: Move, lang: Lang) -> str:
    was = points_text(one.before.supported) if one.before else "?" if one.moment.is_edge else "0"
    before = {each.id: each for each in one.before.supports} if one.before else {}
    after = {each.id: each for each in one.after.supports}
    because = [
        f"{id_}{_written(revisions, one.moment, each.location.path, lang)}"
        for id_, each in sorted((before | after).items())
        if (id_ in before) is not (id_ in after)
    ]
    said = "、".join(because) or "—"
    now = points_text(one.after.supported)
    return f"{_landed(one.moment, lang)}  {one.after.id} {was} → {now}  {said}"


def _of_record(
    revisions: Revisions, moments: list[Moment], topic: str, lang: Lang
) -> Iterator[str]:
    there: tuple[str, bytes] | None = None
    for moment in moments:
        texts = revisions.read(moment.id).files.texts
        own = [(path, texts[path]) for path in texts if _is_record(path, topic)]
        found = own[0] if own else None
        known = found or there
        if known and found != there:
            said = (_THERE if moment.is_edge else _what(there, found)).to(lang)
            written = _written(revisions, moment, known[0], lang)
            yield f"{_landed(moment, lang)}  {topic} {said}{written}"
        there = found


def _is_record(path: str, topic: str) -> bool:
    return path.startswith("data/evidence/") and path.rsplit("/", 1)[-1] == f"{topic}.yaml"


def _what(before: tuple[str, bytes] | None, after: tuple[str, bytes] | None) -> Sentence:
    if before is None:
        return Sentence("加入", "added")
    if after is None:
        return Sentence("删除", "removed")
    if before[0] != after[0]:
        return Sentence(f"移到 {after[0]}", f"moved to {after[0]}")
    return Sentence("改动", "changed")


def _written(revisions: Revisions, moment: Moment, path: str, lang: Lang) -> str:
    """Say which commit of the branch did it, where it came by a merge."""
    one = revisions.brought(moment, path)
    if one is None:
        return ""
    said = f"{one.date} {one.short} {one.author}"
    return Sentence(f"（写于 {said}）", f" (written {said})").to(lang)


def _landed(moment: Moment, lang: Lang) -> str:
    if moment.is_edge:
        earlier = Sentence("或更早，由谁提交未知", "or earlier, by whom is unknown").to(lang)
        return f"{moment.date}  {moment.short}  {earlier}"
    claimed = Sentence("git 所记作者", "as claimed by git").to(lang)
    return f"{moment.date}  {moment.short}  {moment.author} ({claimed})  {moment.subject}"


def _never(topic: str) -> Sentence:
    return Sentence(f"{topic} 在历史里一直没有得分", f"{topic} never earned a point")
