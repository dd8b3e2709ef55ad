"""Real git repositories for tests, with fixed people and times."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from pilotkit.git.checkout import Checkout, resolve
from pilotkit.git.revision import read_files
from pilotkit.model.files import Files

WHEN = "2021-12-16T00:30:00+08:00"  # still the day before in UTC


@dataclass
class GitFolder:
    """A git work tree."""

    root: Path

    def git(self, *arguments: str, given: bytes = b"", when: str = WHEN, **env: str) -> str:
        """Run git as a user does, without this machine's own configuration."""
        who = {f"GIT_{role}_{key}": "x@example.org" for role in ROLES for key in ("NAME", "EMAIL")}
        dates = {f"GIT_{role}_DATE": when for role in ROLES}
        quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", "-c", "init.defaultBranch=main", *arguments],
            cwd=self.root,
            env=os.environ | who | dates | quiet | env,
            input=given,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def write(self, path: str, content: bytes | str = "") -> Path:
        """Write a file with the folders above it."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
        return place

    def commit(self, *, when: str = WHEN) -> str:
        """Commit everything; return the id."""
        self.git("add", "-A", "--force")
        self.git("commit", "-q", "--allow-empty", "-m", "试点", when=when)
        return self.git("rev-parse", "HEAD")


ROLES = ("AUTHOR", "COMMITTER")


def new_repository(root: Path, *options: str) -> GitFolder:
    """Make an empty repository in a folder."""
    root.mkdir(parents=True, exist_ok=True)
    folder = GitFolder(root)
    folder.git("init", "-q", *options)
    return folder


def files_at(checkout: Checkout, rev: str) -> Files:
    """Read what a workspace holds at a revision that a user names."""
    return read_files(checkout, resolve(checkout, rev))
