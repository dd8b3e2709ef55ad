"""The bytes of an attachment, compared with what was recorded before anything opens them."""

from dataclasses import dataclass
from hashlib import sha256

from pilotkit.model.evidence.record import EvidenceFile
from pilotkit.model.files import Attachment
from pilotkit.model.sentence import Sentence

# What is larger stays a file of its own beside the volumes.
MOST_BYTES = 48 << 20


class UnusableFileError(Exception):
    """A file that cannot stand in a volume; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


@dataclass(frozen=True)
class Original:
    """A file of a record: where it is recorded, and what lies there, if anything does."""

    file: EvidenceFile
    attachment: Attachment | None

    @property
    def name(self) -> str:
        """Its name without its folders."""
        return self.file.path.rpartition("/")[2]

    @property
    def ending(self) -> str:
        """What its name ends in: pdf."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.attachment.size if self.attachment else 0

    def read(self, limit: int = MOST_BYTES) -> bytes:
        """Return its bytes, which are those that were recorded.

        Raises:
            UnusableFileError: it is not there, too large, or not what was recorded.
        """
        if self.attachment is None:
            raise UnusableFileError(Sentence("附件不在仓库中", "the file is not in the repository"))
        if self.attachment.size > limit:
            most = limit >> 20
            raise UnusableFileError(
                Sentence(f"超过 {most} MB，不拼入本卷", f"larger than {most} MB, not bound in")
            )
        try:
            pointer = self.attachment.pointer_oid
            content = self.attachment.read(limit + 1)
        except OSError:
            raise UnusableFileError(Sentence("附件读不了", "the file cannot be read")) from None
        if pointer:
            raise UnusableFileError(
                Sentence(
                    "仓库里只有 Git LFS 指针，请先 git lfs pull", "only a Git LFS pointer is here"
                )
            )
        if sha256(content).hexdigest() != self.file.sha256:
            raise UnusableFileError(
                Sentence(
                    "内容与登记的 SHA-256 不符，不予收入", "the content is not what was recorded"
                )
            )
        return content
