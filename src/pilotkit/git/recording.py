"""Writing one file into history: a commit that holds nothing else, and an annotated tag on it.

No hook, no filter and no program of the repository's configuration runs.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pilotkit.git.checkout import Checkout, head
from pilotkit.git.faults import CannotSign, GitFault, NoCommitYet
from pilotkit.git.process import run, stream

_SIGNATURE = "-----BEGIN SSH SIGNATURE-----"
# What signs and verifies is named here: the repository's configuration could name any program.
_BY_SSH = (
    *("-c", "gpg.format=ssh"),
    *("-c", "gpg.ssh.program=ssh-keygen"),
    *("-c", "gpg.ssh.defaultKeyCommand="),
)


class Prepared(NamedTuple):
    """A commit that no branch has yet: its id, the one before it, and what the index takes over."""

    commit: str
    parent: str
    entry: str


def prepare(checkout: Checkout, path: str, content: bytes, message: str) -> Prepared:
    """Make a commit of one file, by its path from the workspace's root, onto what is checked out.

    Raises:
        GitFault: nothing is checked out, or git knows no name to commit under.
    """
    tip = head(checkout)
    if tip is None:
        raise NoCommitYet
    blob = _given(checkout, content, "hash-object", "-w", "--stdin", "--no-filters")
    entry = f"100644,{blob},{checkout.prefix}{path}"
    with TemporaryDirectory() as folder:
        index = os.fspath(Path(folder) / "index")
        _indexed(checkout, index, "read-tree", tip.id)
        _indexed(checkout, index, "update-index", "--add", "--cacheinfo", entry)
        tree = _indexed(checkout, index, "write-tree")
    made = _given(checkout, message.encode(), "commit-tree", tree, "-p", tip.id)
    return Prepared(made, tip.id, entry)


def publish(checkout: Checkout, prepared: Prepared) -> None:
    """Move the branch onto a prepared commit.

    The index takes the file over too, so that the work tree with the same file in it stays clean.

    Raises:
        GitFault: the branch moved in the meantime.
    """
    checkout.git("update-index", "--add", "--cacheinfo", prepared.entry)
    checkout.git("update-ref", "-m", "pilot snapshot", "HEAD", prepared.commit, prepared.parent)


def signing_key(checkout: Checkout) -> str | None:
    """Return the SSH key that the user signs with; None where no such key is set.

    Only the user's own configuration is asked: a repository could name any key, or a program.
    """
    if _own(checkout, "gpg.format") != "ssh":
        return None
    return _own(checkout, "user.signingKey") or None


def tag(checkout: Checkout, name: str, commit: str, message: str, key: str | None) -> None:
    """Put an annotated tag on a commit, signed where there is a key.

    Raises:
        GitFault: there is such a tag already, the name is no name of a tag, or the key does not do.
    """
    signing = ("-s", "-u", key) if key else ("-a", "--no-sign")
    checkout.git(*_BY_SSH, "tag", *signing, "--cleanup=verbatim", "-m", message, name, commit)
    # Some versions of git answer well and leave the tag unsigned where ssh-keygen fails.
    if key and _SIGNATURE not in said_by(checkout, name):
        checkout.git("update-ref", "-d", f"refs/tags/{name}")
        raise CannotSign(key)


def tagged(checkout: Checkout, name: str) -> str | None:
    """Return the commit that a tag names; None where there is no such tag."""
    try:
        found = checkout.git("rev-parse", "--verify", "--quiet", f"refs/tags/{name}^{{commit}}")
    except GitFault:
        return None
    return found.decode().strip()


def is_signed(checkout: Checkout, name: str, signers: Path) -> bool:
    """Say whether a tag bears an SSH signature of somebody on a list from outside the tree."""
    allowed = f"gpg.ssh.allowedSignersFile={signers.absolute()}"
    try:
        run(checkout.top, *_BY_SSH, "-c", allowed, "verify-tag", f"refs/tags/{name}")
    except GitFault:
        return False
    return True


def said_by(checkout: Checkout, name: str) -> str:
    """Return the message of a tag."""
    found = checkout.git("cat-file", "tag", f"refs/tags/{name}")
    return found.decode("utf-8", "replace").partition("\n\n")[2]


def _own(checkout: Checkout, key: str) -> str:
    try:
        return checkout.git("config", "--global", "--get", key).decode().strip()
    except GitFault:  # it is not set
        return ""


def _given(checkout: Checkout, content: bytes, *arguments: str) -> str:
    with stream(checkout.top, *arguments, given=content) as printed:
        return printed.read().decode().strip()


def _indexed(checkout: Checkout, index: str, *arguments: str) -> str:
    return run(checkout.top, *arguments, index=index).decode().strip()
