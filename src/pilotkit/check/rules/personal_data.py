"""PK640 personal-data.

What
    zh: 记录、标准、附件文本和附件名里，不能有身份证号、手机号、银行卡号。
    en: No identity, mobile or bank card numbers in records, texts, attachments and their names.
Why
    zh: 《个人信息保护法》第二十八条、第二十九条；进了 git 的号码删不干净，要在合并以前拦住。
    en: PIPL, art. 28 and 29. What is in git cannot be removed: it is to be stopped before.
Bad
    note: 联系人电话 138 0013 8000
Good
    note: 联系人电话见档案
Mend
    zh: 删去或遮住号码；已经提交的，请管理员用 git filter-repo 清理历史。
    en: Remove or mask the number; if committed, have git filter-repo clean history.
Waive
    zh: 本人同意公开的办公手机等，写明依据和到期日。
    en: For a number that may be public: on which ground, with an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.readable import content_of, decoded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.location import Location
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.text.personal_data import Kind, PersonalNumber, may_hold_numbers, personal_numbers

_STEPS_OF_FOLDER = 4
_STEPS_OF_UNIT = 3


def check(repository: Repository) -> Iterator[Finding]:
    """Yield the first personal number of each kind in every text and every name, masked."""
    for path, content in repository.files.texts.items():
        if may_hold_numbers(content):
            yield from _in_text(repository, path, content)
    for path, attachment in repository.files.attachments.items():
        content = content_of(path, attachment)
        if may_hold_numbers(content):
            yield from _in_text(repository, path, content)
        if may_hold_numbers(path.encode()):
            yield from _in_name(repository, path)


def _in_text(repository: Repository, path: str, content: bytes) -> Iterator[Finding]:
    text = decoded(content)
    for first, count in _by_kind(text):
        line = text.count("\n", 0, first.offset) + 1
        column = first.offset - text.rfind("\n", 0, first.offset)
        more = (
            Sentence(f"等 {count} 处", f" and {count - 1} more") if count > 1 else Sentence("", "")
        )
        yield Finding(
            Location(path, line, column),
            Sentence(
                f"有{first.kind} {first.masked}{more.zh}",
                f"a personal number ({first.kind}): {first.masked}{more.en}",
            ),
            unit=_unit(repository, path),
            subjects=_subjects(path),
        )


def _in_name(repository: Repository, path: str) -> Iterator[Finding]:
    """Place it at the record: the name itself must not be said."""
    record = "/".join(path.split("/")[:_STEPS_OF_FOLDER]) + ".yaml"
    written = decoded(repository.files.texts.get(record, b""))
    said = {one.masked for one in personal_numbers(written)}
    for first, _ in _by_kind(path):
        if first.masked not in said:
            yield Finding(
                Location(record),
                Sentence(
                    f"附件的文件名里有{first.kind} {first.masked}",
                    f"the name of an attachment holds a {first.kind}: {first.masked}",
                ),
                unit=_unit(repository, path),
                subjects=_subjects(path),
            )


def _by_kind(text: str) -> Iterator[tuple[PersonalNumber, int]]:
    """Yield the first number of each kind, with how many there are."""
    found: dict[Kind, list[PersonalNumber]] = {}
    for one in personal_numbers(text):
        found.setdefault(one.kind, []).append(one)
    for numbers in found.values():
        yield numbers[0], len(numbers)


def _unit(repository: Repository, path: str) -> str | None:
    steps = path.split("/")
    unit = repository.unit(steps[2]) if len(steps) > _STEPS_OF_UNIT else None
    return unit.id if unit else None


def _subjects(path: str) -> tuple[str, ...]:
    """Return the id of the record that an attachment belongs to."""
    steps = path.split("/")
    is_attached = len(steps) > _STEPS_OF_FOLDER and steps[1] == "evidence"
    return (steps[3],) if is_attached else ()


RULE = Rule("PK640", "personal-data", Severity.WARNING, check, reads_attachments=True)
