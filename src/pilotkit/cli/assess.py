"""`pilot assess`: what somebody claims or judges, beside what the repository supports."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.naming import unit_named
from pilotkit.cli.options import (
    AsOfOption,
    DryRunOption,
    FolderOption,
    LangOption,
    day,
    refuse,
    workspace,
)
from pilotkit.cli.pipeline import Examination, examine
from pilotkit.cli.reading import read
from pilotkit.cli.trial import Trial, say
from pilotkit.disk.failure import not_written
from pilotkit.disk.writing import replace, sweep, write_new
from pilotkit.edit.assessments import (
    Judgement,
    changed_assessment,
    claims_from,
    known_criterion,
    new_assessment,
    path_of,
)
from pilotkit.model.assessment import Assessment
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report import claims as listing

_NOTE = re.compile(r"(C[0-9][^=\s]*)=(.*)", re.DOTALL)


class Body(StrEnum):
    """Who judges."""

    SELF = "自评"
    MID_TERM = "中期"
    PRELIMINARY = "初验"
    EXPERTS = "专家"


@dataclass(frozen=True)
class _Asked:
    """The options as they were given."""

    claims: Sequence[str]
    body: Body | None
    date: datetime | None
    unit: str
    id: str
    notes: Sequence[str]
    passed: bool | None
    from_supported: bool
    lang: Lang


def assess(
    claims: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="条目=分数 / ID=POINTS", help="条目=分数，如 C1-1=1 C2-1=0.5 / points claimed"
        ),
    ] = None,
    body: Annotated[
        Body | None, typer.Option(help="谁评，默认自评 / who judges, 自评 if not said")
    ] = None,
    when: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="哪天，默认截至日期 / when"),
    ] = None,
    unit: Annotated[str, typer.Option(help="评的是哪个单位 / the unit judged")] = "",
    id_: Annotated[str, typer.Option("--id", help="编号，默认自动 / its id, else made")] = "",
    notes: Annotated[
        list[str] | None, typer.Option("--note", help="说明；C2-1=… 是一条的说明 / a note")
    ] = None,
    passed: Annotated[
        bool | None, typer.Option("--passed/--failed", help="是否达标 / passed or not")
    ] = None,
    from_supported: Annotated[
        bool, typer.Option("--from-supported", help="按有据得分填满 / claim what is supported")
    ] = False,
    dry_run: DryRunOption = False,
    folder: FolderOption = Path(),
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """写入或更新一次评分，旁边列出有据得分 / write or update an assessment."""
    root = workspace(folder, lang)
    reading = read(root)
    examined = examine(reading, day(as_of))
    asked = _Asked(claims or (), body, when, unit, id_, notes or (), passed, from_supported, lang)
    judgement = _judgement(asked, examined)
    path, before = _place(judgement, id_ or None, examined.repository, lang)
    order = [one.id for one in examined.score.criteria]
    if before:
        content = changed_assessment(before, reading.files.texts[path], judgement, order)
    else:
        stem = path.rpartition("/")[2].removesuffix(".yaml")
        content = new_assessment(judgement, stem, order)
    trial = Trial(reading, examined, day(as_of), {path: content})
    trial.refuse_if_wrong(lang)
    _account(trial, path, before, judgement, lang)
    if dry_run:
        say(Sentence(f"预演，没有写入：{path}", f"dry run, not written: {path}").to(lang))
    else:
        _write(root, path, content, before, lang)


def _judgement(asked: _Asked, examined: Examination) -> Judgement:
    repository, lang = examined.repository, asked.lang
    points = claims_from(asked.claims, repository)
    if asked.from_supported:
        points = {one.id: one.supported for one in examined.score.criteria} | points
    note, by_criterion = _notes(asked.notes, repository)
    if not (points or by_criterion or note) and asked.passed is None:
        refuse(
            Sentence("没有写要评什么", "nothing to write").to(lang),
            Sentence(
                "写 C1-1=1 这样的分数，或 --from-supported，或 --passed / --failed",
                "give points such as C1-1=1, --from-supported, or --passed / --failed",
            ).to(lang),
        )
    named = next((one for one in repository.assessments if one.id == asked.id), None)
    body = asked.body or Body(named.body if named else Body.SELF)
    when = asked.date.date() if asked.date else named.date if named else repository.day
    unit = _unit(asked.unit or (named and named.unit) or "", body, repository, lang)
    return Judgement(body.value, when, unit, points, by_criterion, asked.passed, note)


def _notes(words: Sequence[str], repository: Repository) -> tuple[str | None, dict[str, str]]:
    """Part the notes on criteria, `C2-1=…`, from the one on the whole."""
    whole: list[str] = []
    by_criterion: dict[str, str] = {}
    for word in words:
        found = _NOTE.fullmatch(word)
        if found and known_criterion(found[1], repository):
            by_criterion[found[1]] = found[2].strip()
        elif word.strip():
            whole.append(word.strip())
    return "\n".join(whole) or None, by_criterion


def _unit(name: str, body: Body, repository: Repository, lang: Lang) -> str | None:
    if not name:
        if body is Body.PRELIMINARY:
            refuse(Sentence("初验要写 --unit", "--unit is missing: whose 初验 is it?").to(lang))
        return None
    return unit_named(repository, name, lang).id


def _place(
    judgement: Judgement, id_: str | None, repository: Repository, lang: Lang
) -> tuple[str, Assessment | None]:
    """Find the assessment that is meant, or where a new one goes."""
    for one in repository.assessments:
        same = one.body == judgement.body and one.date == judgement.date
        same = same and _judged(one, repository) == judgement.unit
        if one.id == id_ and not same:
            refuse(
                Sentence(
                    f"“{id_}”是 {one.date} 的{one.body}，与 --body、--date、--unit 不符",
                    f"{id_!r} is a {one.body} of {one.date}; --body, --date or --unit differ",
                ).to(lang)
            )
        if same and id_ in {None, one.id}:
            return one.path, one
    path = path_of(judgement, id_)
    if path in repository.files.texts:
        taken = Sentence(f"{path} 已有，读不了或评的是别的", f"{path} is there, for something else")
        refuse(taken.to(lang))
    return path, None


def _judged(one: Assessment, repository: Repository) -> str | None:
    return repository.unit_id(one.unit) if one.unit else None


def _account(
    trial: Trial, path: str, before: Assessment | None, judgement: Judgement, lang: Lang
) -> None:
    (after,) = (one for one in trial.after.repository.assessments if one.path == path)
    claims = listing.Claims(after.body, _claims(before), _claims(after))
    if claims.after:
        for line in listing.render(trial.after.score, claims, judgement.points, lang):
            say(line)
    if after.passed is not None:
        verdict = Sentence("达标", "passed") if after.passed else Sentence("不达标", "failed")
        unit = trial.after.repository.unit(after.unit) if after.unit else None
        judged = f"{after.date} {after.body}{f' {unit.name}' if unit else ''}"
        say(Sentence(f"{judged}：{verdict.zh}", f"{judged}: {verdict.en}").to(lang))
    trial.tell_advice(lang)


def _claims(assessment: Assessment | None) -> dict[str, Decimal]:
    return {one.criterion: one.points for one in assessment.points} if assessment else {}


def _write(root: Path, path: str, content: bytes, before: Assessment | None, lang: Lang) -> None:
    sweep(root / "data/assessments")
    try:
        if before:
            replace(root, path, content)
        else:
            write_new(root, path, content)
    except FileExistsError:
        refuse(Sentence(f"{path} 刚刚有了", f"{path} has just appeared").to(lang))
    except OSError as error:
        refuse(not_written(error).to(lang))
    done = Sentence(f"已更新 {path}", f"updated {path}")
    say((done if before else Sentence(f"已写入 {path}", f"wrote {path}")).to(lang))
