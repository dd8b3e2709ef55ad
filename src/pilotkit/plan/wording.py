"""What an action asks for, as an office would write it."""

from collections.abc import Iterable, Iterator

from pilotkit.measure.measures import TITLES
from pilotkit.model.measurement import Subject
from pilotkit.model.naming import called
from pilotkit.model.proof import EvidenceProof, Selection
from pilotkit.model.repository import Repository
from pilotkit.model.score import ProofResult
from pilotkit.model.sentence import COMMA, SEMICOLON, Sentence, some_of
from pilotkit.plan.need import Standing
from pilotkit.plan.way import Move, Way
from pilotkit.score.fields import value_of
from pilotkit.score.wording import ENTITIES, faults_named, named, qualities

# Tests that say what kind of thing a record is, and so stand where its name stands.
_NAMING = ("doc_types", "meeting_type", "stage", "aspect", "type")
_CALENDAR = {
    "月": Sentence("个月", "months"),
    "季": Sentence("个季度", "quarters"),
    "年": Sentence("个年度", "years"),
}
# Of what one record may say several times, that record may say it all.
_SAID_TOGETHER = frozenset({"doc_types", "mechanisms", "aspects"})
_CLASSIFIERS = {"会议": "次"}
_MOST_IN_TITLE = 3
_MOST_NAMED = 3


def title_of(way: Way, repository: Repository) -> Sentence:
    """Say in one line what a way asks for."""
    said = [_asked(move, repository) for move in way.moves]
    shown, rest = said[:_MOST_IN_TITLE], len(said) - _MOST_IN_TITLE
    zh, en = SEMICOLON.join(shown)
    if rest > 0:
        return Sentence(f"{zh}；另有 {rest} 步", f"{en}; {rest} more steps")
    return Sentence(zh, en)


def steps_of(way: Way, repository: Repository) -> tuple[Sentence, ...]:
    """Say every step, each with what is there that could be mended, or what is lacking."""
    return tuple(_with_hints(move, repository) for move in way.moves)


def _asked(move: Move, repository: Repository) -> Sentence:
    leaf = move.need.leaf
    proof = leaf.proof
    if move.need.standing is Standing.WAITING:
        return _waiting(leaf)
    if selection := proof.evidence or proof.entity:
        return _records(move, selection, repository)
    if proof.measure:
        return _measure(move, leaf)
    if proof.judgement:
        names = proof.judgement.questions
        return Sentence(f"请专家评审：{'、'.join(names)}", f"have experts judge {', '.join(names)}")
    return _mended(move, leaf)


def _waiting(leaf: ProofResult) -> Sentence:
    why, asks = leaf.missing[0] if leaf.missing else Sentence("没有对象", "nothing"), leaf.asks
    return Sentence(f"{asks.zh}（现在{why.zh}）", f"{asks.en} (now: {why.en})")


def _measure(move: Move, leaf: ProofResult) -> Sentence:
    measured = leaf.measurement
    counted, total, more = 0, 0, move.more
    if measured:
        counted, total = measured.counted, measured.required
    name = leaf.proof.measure.name if leaf.proof.measure else ""
    title = TITLES.get(name, leaf.asks)
    return Sentence(
        f"{title.zh}：再有 {more} 项达到要求（现在 {counted}/{total}）",
        f"{title.en}: {more} more must count (now {counted}/{total})",
    )


def _mended(move: Move, leaf: ProofResult) -> Sentence:
    named, codes = (
        (faults_named(proof), ", ".join(proof.codes)) if (proof := leaf.proof.clean) else ("", "")
    )
    return Sentence(
        f"改好 {move.more} 项上的问题（{named}）",
        f"mend {move.more} subjects with findings of {codes}",
    )


def _records(move: Move, selection: Selection, repository: Repository) -> Sentence:
    kinds = _kinds(selection)
    said = [*_details(move, selection, repository)]
    zh = f"补 {move.more} {_CLASSIFIERS.get(kinds.zh, '份')}{kinds.zh}"
    en = f"add {move.more} of {kinds.en}"
    if not said:
        return Sentence(zh, en)
    return Sentence(
        f"{zh}：{'，'.join(one.zh for one in said)}", f"{en}: {', '.join(one.en for one in said)}"
    )


def _kinds(selection: Selection) -> Sentence:
    if isinstance(selection, EvidenceProof):
        return Sentence("或".join(selection.kinds), " or ".join(selection.kinds))
    return ENTITIES[getattr(selection, "of", "standards")]


def _details(move: Move, selection: Selection, repository: Repository) -> Iterator[Sentence]:
    naming = {key: selection.where[key] for key in _NAMING if _names(selection.where.get(key))}
    for test in naming.values():
        named_so = [test] if isinstance(test, str) else list(test)
        yield Sentence("或".join(named_so), " or ".join(named_so))
    for key, values in selection.each.items():
        yield _each(move, key, _lacking(move.need.leaf, key, values, repository))
    if selection.distinct:
        yield _distinct(move, selection.distinct.by)
    if selection.covers:
        yield _covers(move, selection)
    yield from qualities(selection, repository, besides=frozenset(naming))
    if selection.within:
        n = selection.within
        yield Sentence(f"最近 {n} 个月内", f"within {n} months")


def _names(test: object) -> bool:
    """Say whether a test lists plain values, which name what is wanted."""
    if isinstance(test, str):
        return test != "present"
    return isinstance(test, list) and all(isinstance(one, str) for one in test)


def _lacking(
    leaf: ProofResult, key: str, values: Iterable[str], repository: Repository
) -> list[str]:
    """Return the values that no record has which is found."""
    seen: set[str] = set()
    for support in leaf.supports:
        if record := repository.evidence_by_id.get(support.id):
            value = value_of(record, key, repository)
            seen.update(map(str, value if isinstance(value, tuple) else (value,)))
    return [value for value in dict.fromkeys(map(str, values)) if value not in seen]


def _each(move: Move, key: str, lacking: list[str]) -> Sentence:
    zh, en = (comma.join(lacking) for comma in COMMA)
    several = len(lacking) > 1
    if key == "stage":
        zh = f"{zh}阶段{'各' if several else ''}一次"
    elif key in _SAID_TOGETHER:
        zh = f"写明{named(key)}：{zh}{'，可合写' if several else ''}"
    else:
        zh = f"{named(key)}：{zh}{'各一份' if several else ''}"
    if move.more < len(lacking):
        return Sentence(f"{zh}（先做其中 {move.more} 种）", f"{move.more} of {en}")
    return Sentence(zh, f"each of {en}" if several else en)


def _distinct(move: Move, by: str) -> Sentence:
    more = move.more
    if rhythm := _CALENDAR.get(by):
        return Sentence(f"再有 {more} {rhythm.zh}各有记录", f"in {more} more {rhythm.en}")
    return Sentence(f"再有 {more} 种不同的{named(by)}", f"{more} more different {by}")


def _covers(move: Move, selection: Selection) -> Sentence:
    what = selection.covers
    if not selection.together:
        return Sentence(f"一次包括全部{what}", f"one record with all {what}")
    if move.need.count.whole:
        return Sentence(f"合起来包括全部{what}", f"all {what} together")
    return Sentence(f"再包括 {move.more} 个{what}", f"{move.more} more {what}")


def _with_hints(move: Move, repository: Repository) -> Sentence:
    """Add what is lacking by name, and what is there but does not count."""
    asked, leaf = _asked(move, repository), move.need.leaf
    hints = [*_subjects(leaf, repository), *_faults(leaf), *_rejected(leaf), *_unsure(move)]
    zh = "".join(f"；{hint.zh}" for hint in hints)
    en = "".join(f"; {hint.en}" for hint in hints)
    return Sentence(f"{asked.zh}{zh}", f"{asked.en}{en}")


def _subjects(leaf: ProofResult, repository: Repository) -> Iterator[Sentence]:
    measured = leaf.measurement
    if measured is None:
        return
    if measured.pending:
        n = len(measured.pending)
        yield Sentence(f"其中待确认的 {n} 项要先确认", f"{n} are to be confirmed first")
    if measured.lacking:
        lacking = (_subject(one, repository) for one in measured.lacking)
        zh, en = some_of(lacking, _MOST_NAMED)
        yield Sentence(f"还缺：{zh}", f"lacking: {en}")


def _subject(subject: Subject, repository: Repository) -> Sentence:
    why = subject.reason or Sentence("", "")
    name = called(repository, subject.id)
    return Sentence(f"{name}（{why.zh}）", f"{name} ({why.en})")


def _faults(leaf: ProofResult) -> Iterator[Sentence]:
    for one in leaf.faults[:_MOST_NAMED]:
        yield Sentence(f"{one.message.zh}（{one.location}）", f"{one.message.en} ({one.location})")


def _rejected(leaf: ProofResult) -> Iterator[Sentence]:
    """A record that is there and does not count is often the cheaper one to mend."""
    for one in leaf.rejected[:_MOST_NAMED]:
        if one.reason:
            yield Sentence(
                f"已有“{one.title}”不计入（{one.reason.zh}），改好也算",
                f"{one.title!r} does not count ({one.reason.en}); mending it will do",
            )


def _unsure(move: Move) -> Iterator[Sentence]:
    if move.need.leaf.proof.judgement:
        yield Sentence("至多得这些分，按评分 100 计", "at most, at a rating of 100")
    elif not move.need.certain and move.need.standing is Standing.READY:
        yield Sentence(
            "已过期限或由结果决定的补不回来，至多得这些分",
            "what is past or hangs on results cannot be made good; at most",
        )
