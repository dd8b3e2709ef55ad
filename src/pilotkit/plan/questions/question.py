"""A line of the check sheet."""

from typing import NamedTuple

from pilotkit.model.evidence.record import Evidence
from pilotkit.model.location import Location
from pilotkit.model.sentence import Sentence


class Answer(NamedTuple):
    """What the records say, and where; `is_there` is false where they hold nothing."""

    said: Sentence
    location: Location | None = None
    is_there: bool = True


class Question(NamedTuple):
    """What is asked, what the records answer, and the blanks to be filled on the spot."""

    asked: Sentence
    answers: tuple[Answer, ...] = ()
    blanks: tuple[Sentence, ...] = ()


NOTHING = Answer(Sentence("材料里没有", "the records hold nothing"), is_there=False)
FOUND = Sentence("现场所见", "seen on the spot")
_UNNAMED = Sentence("", "")


def shown(record: Evidence | None, what: Sentence = _UNNAMED) -> Answer:
    """Answer with a record: its title, date and place; of an internal one it is said."""
    if record is None:
        return Answer(
            Sentence(f"{what.zh}：材料里没有", f"{what.en}: the records hold nothing"),
            is_there=False,
        )
    lead = Sentence(f"{what.zh}：", f"{what.en}: ") if what.zh else what
    mark = Sentence("，内部", ", internal") if record.is_internal else _UNNAMED
    return Answer(
        Sentence(
            f"{lead.zh}{record.title}（{record.kind}，{record.time}{mark.zh}）",
            f"{lead.en}{record.title} ({record.kind}, {record.time}{mark.en})",
        ),
        record.at("id"),
    )


def told(zh: str | None, en: str | None, location: Location | None = None) -> Answer:
    """Answer with a text of a record; with none where the record does not say."""
    if not zh:
        return Answer(Sentence("没有写明", "not stated"), location, is_there=False)
    return Answer(Sentence(zh, en or zh), location)
