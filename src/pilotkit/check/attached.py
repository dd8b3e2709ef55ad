"""What lies where records say their attachments lie: what the rules on attachments walk through."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pilotkit.model.evidence.record import Evidence, EvidenceFile
from pilotkit.model.files import Attachment
from pilotkit.model.location import Location
from pilotkit.model.repository import Repository

_EVIDENCE = "data/evidence/"
_STEPS = "data/evidence/<unit>/<id>".count("/") + 1


class Attached(NamedTuple):
    """A line of `files` of a record; `found` is None where nothing lies there."""

    record: Evidence
    line: int
    file: EvidenceFile
    path: str
    found: Attachment | None

    @property
    def place(self) -> Location:
        """Where the path is written."""
        return self.record.at("files", self.line, "path")


def attached(repository: Repository) -> Iterator[Attached]:
    """Yield every attachment that a record lists."""
    lying = repository.files.attachments
    for lines in repository.known.each("attached", None, repository.evidence, _lines):
        for record, index, file, path in lines:
            yield Attached(record, index, file, path, lying.get(path))


def _lines(record: Evidence) -> tuple[tuple[Evidence, int, EvidenceFile, str], ...]:
    folder = record.attachments_folder
    every = enumerate(record.files)
    return tuple((record, index, file, f"{folder}/{file.path}") for index, file in every)


def lying_by_folder(repository: Repository) -> Mapping[str, list[str]]:
    """Map the own folders of evidence records to the paths of all that lies in them."""
    found: dict[str, list[str]] = {}
    for path in repository.files.attachments:
        if path.startswith(_EVIDENCE):
            found.setdefault("/".join(path.split("/")[:_STEPS]), []).append(path)
    return found
