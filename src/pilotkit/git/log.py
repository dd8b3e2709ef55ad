"""The first-parent history of a branch: what landed, when, and by whom as git was told."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from pilotkit.git.checkout import Checkout, resolve

_FIELDS = "%H%x00%P%x00%cI%x00%an%x00%s"
_EACH = 5
_SAFELY = ("--no-show-signature", "--no-ext-diff", "--no-textconv", "-z", f"--format={_FIELDS}")


class Landed(NamedTuple):
    """A commit; author and subject are claims, free text for anybody."""

    id: str
    parents: tuple[str, ...]
    date: date
    author: str
    subject: str

    @property
    def onto(self) -> str | None:
        """The commit that a branch was merged onto; None where it is no merge."""
        return self.parents[0] if len(self.parents) > 1 else None


def landed(checkout: Checkout, tip: str) -> list[Landed]:
    """Return the first-parent line up to a revision, oldest first.

    Raises:
        UnknownRevision: there is no such commit.
    """
    printed = checkout.git("log", *_SAFELY, "--first-parent", resolve(checkout, tip), "--")
    return list(reversed(list(_commits(printed))))


def brought_by(checkout: Checkout, onto: str, merge: str, path: str) -> Landed | None:
    """Return the last commit that a merge brought and that touched a file of the workspace."""
    wanted = (f"{onto}..{merge}", "--", f"{checkout.prefix}{path}")
    printed = checkout.git("log", *_SAFELY, "--no-merges", "--max-count=1", *wanted)
    return next(_commits(printed), None)


def _commits(printed: bytes) -> Iterator[Landed]:
    fields = printed.decode("utf-8", "backslashreplace").split("\0")
    for at in range(0, len(fields) - _EACH + 1, _EACH):
        commit, parents, when, author, subject = fields[at : at + _EACH]
        day = datetime.fromisoformat(when).date()
        yield Landed(commit.strip(), tuple(parents.split()), day, author, subject)


def tags(checkout: Checkout) -> dict[str, list[str]]:
    """Return the names of the tags of each commit, sorted."""
    pattern = "--format=%(objectname)%00%(*objectname)%00%(refname:strip=2)"
    printed = checkout.git("for-each-ref", pattern, "refs/tags")
    found: dict[str, list[str]] = {}
    for line in printed.decode("utf-8", "backslashreplace").splitlines():
        plain, peeled, name = line.split("\0")
        found.setdefault(peeled or plain, []).append(name)
    return {commit: sorted(names) for commit, names in found.items()}
