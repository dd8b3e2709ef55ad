"""Every attachment against the SHA-256 that its record says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pilotkit.disk.failure import cannot
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.evidence.record import Evidence, EvidenceFile
from pilotkit.model.files import Attachment
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_EVIDENCE = "data/evidence/"


class State(StrEnum):
    """How an attachment stands to its record.

    A pointer is one of Git LFS that names the recorded hash; archived is a record whose original
    lies elsewhere.
    """

    OK = "ok"
    CHANGED = "changed"
    MISSING = "missing"
    UNLISTED = "unlisted"
    EMPTY = "empty"
    POINTER = "pointer"
    ARCHIVED = "archived"


DIFFERENT = frozenset({State.CHANGED, State.MISSING, State.UNLISTED, State.EMPTY})


@dataclass(frozen=True)
class Verified:
    """An attachment (or a record without one), the record that names it, and how it stands."""

    path: str
    state: State
    record: str | None
    reason: Sentence | None = None
    recorded: str | None = None
    found: str | None = None


def verify(repository: Repository) -> tuple[Verified, ...]:
    """Compare all attachments of evidence, by path."""
    found = [one for record in repository.evidence for one in _of_record(record, repository)]
    named = {one.path for one in found}
    found += _unlisted(repository, named)
    return tuple(sorted(found, key=lambda one: one.path.encode()))


def _of_record(record: Evidence, repository: Repository) -> Iterator[Verified]:
    if not record.files:
        if record.archive:
            yield Verified(record.path, State.ARCHIVED, record.path)
        else:
            none = Sentence("没有附件，也没有档案位置", "no attachment and no archive place")
            yield Verified(record.path, State.MISSING, record.path, none)
    refused = {one.location.path: one for one in repository.files.refused}
    for file in record.files:
        path = f"{record.attachments_folder}/{file.path}"
        attachment = repository.files.attachments.get(path)
        if attachment is None:
            why = _why_missing(path, refused)
            yield Verified(path, State.MISSING, record.path, why, file.sha256)
        else:
            yield _compared(path, record.path, file, attachment)


def _why_missing(path: str, refused: Mapping[str, Diagnostic]) -> Sentence:
    if path in refused:
        return refused[path].message
    return Sentence("没有这个文件", "there is no such file")


def _compared(path: str, record: str, file: EvidenceFile, attachment: Attachment) -> Verified:
    try:
        found = attachment.fingerprint
        pointer = attachment.pointer_oid is not None
    except OSError as error:
        unread = cannot(Sentence("读不了", "cannot be read"), error)
        return Verified(path, State.MISSING, record, unread, file.sha256)
    if attachment.size == 0:
        empty = Sentence("是空文件", "the file is empty")
        return Verified(path, State.EMPTY, record, empty, file.sha256, found)
    if found != file.sha256:
        changed = Sentence(
            f"登记 {file.sha256}，现为 {found}", f"recorded {file.sha256}, now {found}"
        )
        return Verified(path, State.CHANGED, record, changed, file.sha256, found)
    if pointer:
        by_pointer = Sentence("按指针核对", "compared by its pointer")
        return Verified(path, State.POINTER, record, by_pointer, file.sha256, found)
    return Verified(path, State.OK, record, None, file.sha256, found)


def _unlisted(repository: Repository, named: set[str]) -> Iterator[Verified]:
    read = {record.attachments_folder for record in repository.evidence}
    for path in repository.files.attachments:
        if path.startswith(_EVIDENCE) and path not in named:
            folder = "/".join(path.split("/")[:4])
            record = f"{folder}.yaml"
            if folder in read:
                why = Sentence("记录里没有登记它", "its record does not name it")
                yield Verified(path, State.UNLISTED, record, why)
            elif record in repository.files.texts:
                why = Sentence("它的记录读不了，先看 pilot validate", "its record cannot be read")
                yield Verified(path, State.UNLISTED, record, why)
            else:
                why = Sentence(
                    "没有记录：可能是中断留下的，请登记或删去",
                    "no record: left by a run that was stopped? record it or delete it",
                )
                yield Verified(path, State.UNLISTED, None, why)
