"""The first-parent history of a branch: what landed, when, and by whom as git was told."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from pilotkit.git.checkout import Checkout, resolve

_FIELDS = "%H%x00%cI%x00%an%x00%s"
_EACH = 4


class Landed(NamedTuple):
    """A commit of the first-parent line; author and subject are claims, free text for anybody."""

    id: str
    date: date
    author: str
    subject: str


def landed(checkout: Checkout, tip: str) -> list[Landed]:
    """Return the first-parent line up to a revision, oldest first.

    Raises:
        UnknownRevision: there is no such commit.
    """
    flags = ("--no-show-signature", "--no-ext-diff", "--no-textconv", "--first-parent", "-z")
    printed = checkout.git("log", *flags, f"--format={_FIELDS}", resolve(checkout, tip), "--")
    fields = printed.decode("utf-8", "backslashreplace").split("\0")
    return list(reversed(list(_commits(fields))))


def _commits(fields: list[str]) -> Iterator[Landed]:
    for at in range(0, len(fields) - _EACH + 1, _EACH):
        commit, when, author, subject = fields[at : at + _EACH]
        yield Landed(commit.strip(), datetime.fromisoformat(when).date(), author, subject)


def tags(checkout: Checkout) -> dict[str, list[str]]:
    """Return the names of the tags of each commit, sorted."""
    pattern = "--format=%(objectname)%00%(*objectname)%00%(refname:strip=2)"
    printed = checkout.git("for-each-ref", pattern, "refs/tags")
    found: dict[str, list[str]] = {}
    for line in printed.decode("utf-8", "backslashreplace").splitlines():
        plain, peeled, name = line.split("\0")
        found.setdefault(peeled or plain, []).append(name)
    return {commit: sorted(names) for commit, names in found.items()}
