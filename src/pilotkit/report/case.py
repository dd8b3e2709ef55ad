"""What a report is made from, and the small print that every report carries."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.model.diagnostic import Verdict
from pilotkit.model.item import Item
from pilotkit.model.measurement import Measurement
from pilotkit.model.naming import unit_called
from pilotkit.model.pilot import PassMark, Pilot
from pilotkit.model.points import points_text
from pilotkit.model.repository import Repository
from pilotkit.model.score import Score
from pilotkit.model.scoring import Scoring
from pilotkit.model.sentence import COMMA, Lang, Sentence
from pilotkit.plan.status import Status, status_of
from pilotkit.report.document import Block, Document, Fact, numbered
from pilotkit.report.numbering import Numbers, numbers_of
from pilotkit.score.targets import pass_mark_of

RECONSTRUCTED = "＊"


@dataclass(frozen=True)
class Case:
    """One pilot on one day, and who reads: everything that a report may ask.

    `dirty` says that the working tree differs from the commit `revision`. `scored` scores the
    same records as of another day; it takes a while, so only who shows it asks.
    """

    appraisal: Appraisal
    verdict: Verdict
    lang: Lang
    version: str
    revision: str | None = None
    dirty: bool = False
    scored: Callable[[date], Score] | None = None

    @property
    def repository(self) -> Repository:
        """The records."""
        return self.appraisal.repository

    @property
    def score(self) -> Score:
        """The filled table."""
        return self.appraisal.score

    @property
    def pilot(self) -> Pilot | None:
        """The pilot itself, if its file could be read."""
        return self.repository.pilot

    @property
    def pass_mark(self) -> PassMark | None:
        """The points that pass: as the pilot says, else as the table does."""
        return pass_mark_of(self.pilot, self.score.table)

    @property
    def day(self) -> date:
        """The day that everything is seen from."""
        return self.repository.day

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers of the evidence, A1-B1-C1-01."""
        return numbers_of(self.appraisal)

    @cached_property
    def status(self) -> Status:
        """Where the plan and the units stand."""
        return status_of(self.appraisal, self.verdict.diagnostics)

    def measured(self, name: str) -> Measurement:
        """Return the measurement of a measure."""
        return self.score.measurements[name]

    @property
    def items(self) -> list[Item]:
        """The service and management items of the day, confirmed or not."""
        return [*self.repository.service_items, *self.repository.management_items]

    def say(self, zh: str, en: str) -> str:
        """Return the half of a sentence that the reader gets."""
        return zh if self.lang == "zh" else en

    def joined(self, words: Iterable[str]) -> str:
        """List words in running text as the language does."""
        return COMMA.to(self.lang).join(words)

    def on(self, day: date) -> str:
        """Write a day in running text: 2021年12月16日."""
        return self.say(f"{day.year}年{day.month}月{day.day}日", day.isoformat())

    def unit_name(self, name: str) -> str:
        """Return the official name of a unit that is named by id, name or alias."""
        return unit_called(self.repository, name)

    def who(self, name: str) -> str:
        """Return how a unit, a post or one of the staff is called; else the name as written."""
        repository = self.repository
        if repository.unit(name):
            return self.unit_name(name)
        if post := repository.posts_by_id.get(name):
            return post.name
        people = (one for staff in repository.staff for one in staff.people)
        return next((one.name or name for one in people if one.person == name), name)

    @property
    def pilot_name(self) -> str:
        """The name of the pilot."""
        return self.pilot.name if self.pilot else self.say("（未写明）", "(not named)")

    @property
    def undertaking(self) -> str:
        """The name of the undertaking unit."""
        return self.unit_name(self.pilot.undertaking) if self.pilot else "—"


def document(
    case: Case,
    name: str,
    title: Sentence,
    blocks: Iterator[Block],
    *,
    landscape: bool = False,
) -> Document:
    """Put blocks between the head and the small print that all reports have in common."""
    invented = case.pilot.invented if case.pilot else None
    return Document(
        name=name,
        title=title.to(case.lang),
        subtitle=case.pilot_name,
        lang=case.lang,
        facts=_facts(case),
        blocks=numbered(blocks, case.lang),
        notices=(invented,) if invented else (),
        stamp=tuple(stamp(case)),
        landscape=landscape,
        day=case.day,
    )


def _facts(case: Case) -> tuple[Fact, ...]:
    """Name the pilot, its undertaking unit and the day."""
    return (
        Fact(case.say("项目名称", "Project"), case.pilot_name),
        Fact(case.say("承担单位", "Undertaking unit"), case.undertaking),
        Fact(case.say("数据截至", "As of"), case.on(case.day)),
    )


def stamp(case: Case) -> Iterator[str]:
    """Yield the small print: day, revision, tool, and what of the table is not as published."""
    score, said = case.score, case.score.as_of.said
    where = case.say(f"数据截至{case.day}（{said.zh}）", f"Data as of {case.day} ({said.en})")
    commit = case.revision or case.say("未提交的工作区", "a working tree without a commit")
    if case.revision and case.dirty:
        commit += case.say("，另有未提交的改动", ", with changes not committed")
    yield case.say(
        f"{where}；数据版本：{commit}；由 pilotkit {case.version} 生成。",
        f"{where}; revision: {commit}; made by pilotkit {case.version}.",
    )
    if score.later:
        yield case.say(
            f"截至日期之后的记录{score.later}条，未计入。",
            f"Records dated after the day: {score.later}, not counted.",
        )
    if unread := case.verdict.unread:
        yield case.say(f"{unread.zh}。", f"{unread.en}.")
    yield _table_state(case)
    reconstructed = tuple(_reconstructed(score.table))
    if reconstructed:
        listed = case.joined(reconstructed)
        yield case.say(
            f"带“{RECONSTRUCTED}”的文字是推定的，不是附件原文（附件残缺）：{listed}。",
            f"Words with “{RECONSTRUCTED}” are reconstructed, not official: {listed}.",
        )
    yield from _pass_mark(case)


def _table_state(case: Case) -> str:
    changes = case.score.changes
    if not changes:
        return case.say(
            "计分表的文字和分值、评分依据和窗口期均未改动；评分依据是本工具对官方文字的读法。",
            "Table, proofs and windows are unchanged; the proofs are this tool's reading of the"
            " official words.",
        )
    listed = case.say("；", "; ").join(change.to(case.lang) for change in changes)
    return case.say(f"与官方计分表不同：{listed}。", f"Differs from the official table: {listed}.")


def _reconstructed(table: Scoring) -> Iterator[str]:
    for indicator in table.every_indicator():
        if indicator.prov == "reconstructed":
            yield f"{indicator.id} {indicator.name}"
        for criterion in indicator.criteria:
            if criterion.prov == "reconstructed":
                yield criterion.id


def _pass_mark(case: Case) -> Iterator[str]:
    if mark := case.pass_mark:
        points = points_text(mark.value)
        unverified = mark.status == "unverified"
        yield case.say(
            f"合格分按配置为{points}分{'，未核实' if unverified else ''}。",
            f"The pass mark is configured as {points}{', unverified' if unverified else ''}.",
        )


def numbered_title(number: str | None, title: str) -> str:
    """Name what has a title and perhaps a number: Q/XQ TG 001—2022 办证服务指南."""
    return f"{number} {title}" if number else title


def of_whole(part: int, whole: int) -> Sentence:
    """Say behind a number of how many it is: （3/5）, of 5; of an empty whole nothing."""
    return Sentence(f"（{part}/{whole}）", f" of {whole}") if whole else Sentence("", "")


def marked(text: str, prov: str) -> str:
    """Mark words that are not the official ones."""
    return f"{text}{RECONSTRUCTED}" if prov == "reconstructed" else text
