"""The repository around a workspace: its commits by name, and their days."""

import os
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from pilotkit.git.faults import (
    GitFault,
    NoCommitYet,
    NotARepository,
    UnknownRevision,
    UnreadableRepository,
)
from pilotkit.git.listing import Listed
from pilotkit.git.process import run
from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.files import Attachment
from pilotkit.model.sentence import Sentence

_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_COMMITTER = re.compile(rb"^committer .* (-?\d{1,15}) ([+-])(\d\d)(\d\d)$", re.MULTILINE)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SHORT = 10


@dataclass(frozen=True)
class Checkout:
    """A workspace in a git work tree.

    `top` is the work tree's absolute path, `prefix` the workspace's own from there, "" or with a
    slash at its end. In a shallow one the history ends early, so who and when are unknown.
    What was read is kept by blob id, what was listed by its entry or by the names of a folder, so
    that a second revision reads only what differs.
    """

    top: str
    prefix: str
    shallow: bool
    contents: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)
    hashed: dict[str, tuple[str, bytes]] = field(default_factory=dict, repr=False, compare=False)
    attachments: dict[str, Attachment] = field(default_factory=dict, repr=False, compare=False)
    listed: dict[bytes, Listed] = field(default_factory=dict, repr=False, compare=False)
    named: dict[tuple[str, ...], tuple[Diagnostic, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def git(self, *arguments: str) -> bytes:
        """Run one plumbing command at the top of the work tree."""
        return run(self.top, *arguments, ceiling=os.fspath(Path(self.top).parent))


@dataclass(frozen=True)
class Commit:
    """A commit: its id, and the committer's day in the committer's own time zone."""

    id: str
    date: date

    @property
    def short(self) -> str:
        """Its id, short, and equally long in every clone."""
        return self.id[:_SHORT]


def find_checkout(root: Path) -> Checkout:
    """Find the git work tree that a workspace lies in.

    Raises:
        GitFault: there is none, it is another user's or damaged, or git is missing.
    """
    folder = os.path.realpath(root)
    asked = ("--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
    printed = os.fsdecode(run(folder, "rev-parse", *asked))
    inside, shallow, prefix = printed.removesuffix("\n").split("\n", 2)
    above = f"{folder.replace(os.sep, '/').rstrip('/')}/"
    if inside != "true" or not above.endswith(f"/{prefix}"):
        raise NotARepository(folder)
    top = above.removesuffix(prefix).rstrip("/") or "/"
    return Checkout(top, prefix, shallow == "true")


def resolve(checkout: Checkout, rev: str) -> str:
    """Return the full id of the commit that a branch, tag, id or expression names.

    Raises:
        UnknownRevision: it names no commit; so does anything that looks like an option.
    """
    unknown = UnknownRevision(rev, shallow=checkout.shallow)
    if not rev or rev.startswith("-") or not rev.isprintable():
        raise unknown
    try:
        asked = ("--verify", "--end-of-options", f"{rev}^{{commit}}")
        found = checkout.git("rev-parse", *asked).decode().strip()
    except UnreadableRepository as damage:
        if "corrupt" in damage.sentence.en:
            raise
        raise (NoCommitYet() if _is_empty(checkout) else unknown) from None
    if not _ID.fullmatch(found):
        raise unknown
    return found


def _is_empty(checkout: Checkout) -> bool:
    try:
        return not checkout.git("rev-list", "--all", "--max-count=1")
    except GitFault:  # damaged is not empty
        return False


def read_commit(checkout: Checkout, rev: str) -> Commit:
    """Read the id and the day of a commit."""
    commit = resolve(checkout, rev)
    header, _, _ = checkout.git("cat-file", "commit", commit).partition(b"\n\n")
    found = _COMMITTER.search(header)
    try:
        if found:
            return Commit(commit, _day(*found.groups()))
    except (ValueError, OverflowError):
        pass
    short = commit[:_SHORT]
    undated = Sentence(f"提交 {short} 没有可用的日期", f"commit {short} has no usable date")
    raise UnreadableRepository(undated)


def merge_base(checkout: Checkout, base: str, tip: str) -> str:
    """Return where a revision left another: the commit that a change is compared with.

    Of two that share nothing it is the other itself.
    """
    old, new = resolve(checkout, base), resolve(checkout, tip)
    try:
        found = checkout.git("merge-base", old, new).decode().strip()
    except UnreadableRepository:
        return old
    return found if _ID.fullmatch(found) else old


def head(checkout: Checkout) -> Commit | None:
    """Read the commit that is checked out; none before the first one."""
    try:
        return read_commit(checkout, "HEAD")
    except UnknownRevision:
        try:
            dangling = checkout.git("rev-parse", "--verify", "HEAD").decode().strip()
        except UnreadableRepository:
            return None
        short = dangling[:_SHORT]
        missing = Sentence(f"缺少提交 {short}", f"commit {short} is missing")
        raise UnreadableRepository(missing) from None


def is_detached(checkout: Checkout) -> bool:
    """Say whether no branch is checked out, so that a new commit goes on none."""
    named = checkout.git("rev-parse", "--symbolic-full-name", "HEAD").decode().strip()
    return not named.startswith("refs/heads/")


def _day(seconds: bytes, sign: bytes, hours: bytes, minutes: bytes) -> date:
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    zone = timezone(-offset if sign == b"-" else offset)
    return (_EPOCH + timedelta(seconds=int(seconds))).astimezone(zone).date()
