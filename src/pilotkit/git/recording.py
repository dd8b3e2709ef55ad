"""Writing one file into history: a commit that holds nothing else, and an annotated tag on it.

Plumbing only: no hook, no filter and no program of the repository's configuration runs.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from pilotkit.git.checkout import Checkout, head
from pilotkit.git.faults import GitFault, UnreadableRepository
from pilotkit.git.process import run, stream
from pilotkit.model.sentence import Sentence


def commit_file(checkout: Checkout, path: str, content: bytes, message: str) -> str:
    """Commit one file, by its path from the workspace's root, onto what is checked out.

    The index takes it over too, so that the work tree with the same file in it stays clean.

    Raises:
        GitFault: nothing is checked out, or git knows no name to commit under.
    """
    tip = head(checkout)
    if tip is None:
        raise UnreadableRepository(Sentence("还没有任何提交", "there is no commit yet"))
    blob = _given(checkout, content, "hash-object", "-w", "--stdin", "--no-filters")
    entry = f"100644,{blob},{checkout.prefix}{path}"
    with TemporaryDirectory() as folder:
        index = os.fspath(Path(folder) / "index")
        _indexed(checkout, index, "read-tree", tip.id)
        _indexed(checkout, index, "update-index", "--add", "--cacheinfo", entry)
        tree = _indexed(checkout, index, "write-tree")
    made = _given(checkout, message.encode(), "commit-tree", tree, "-p", tip.id)
    checkout.git("update-index", "--add", "--cacheinfo", entry)
    checkout.git("update-ref", "-m", "pilot snapshot", "HEAD", made, tip.id)
    return made


def tag(checkout: Checkout, name: str, commit: str, message: str) -> None:
    """Put an annotated tag on a commit.

    Raises:
        GitFault: there is such a tag already, or the name is no name of a tag.
    """
    checkout.git("check-ref-format", f"refs/tags/{name}")
    tagger = checkout.git("var", "GIT_COMMITTER_IDENT").decode("utf-8", "replace").strip()
    text = f"object {commit}\ntype commit\ntag {name}\ntagger {tagger}\n\n{message}\n"
    made = _given(checkout, text.encode(), "mktag")
    nothing = "0" * len(made)
    checkout.git("update-ref", f"refs/tags/{name}", made, nothing)


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
    flags = ("-c", "gpg.format=ssh", "-c", "gpg.ssh.program=ssh-keygen", "-c", allowed)
    try:
        run(checkout.top, *flags, "verify-tag", f"refs/tags/{name}")
    except GitFault:
        return False
    return True


def _given(checkout: Checkout, content: bytes, *arguments: str) -> str:
    with stream(checkout.top, *arguments, given=content) as printed:
        return printed.read().decode().strip()


def _indexed(checkout: Checkout, index: str, *arguments: str) -> str:
    return run(checkout.top, *arguments, index=index).decode().strip()
