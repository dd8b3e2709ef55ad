"""Starting git so that a hostile repository runs nothing and reaches no network.

Only plumbing: `status`, `diff` and `hash-object FILE` would run the filters of `.git/config`.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from pilotkit.git.faults import GitMissing, NotARepository, UnreadableRepository, fault
from pilotkit.model.sentence import Sentence

_FLAGS = (
    *("-c", "core.fsmonitor="),
    *("-c", "diff.external="),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "protocol.allow=never"),
    *("-c", "core.quotePath=false"),
)
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",  # an id means its own content, not what refs/replace says
    # A partial clone fetches what it lacks, by any program that its own configuration names:
    # `protocol.<name>.allow` outdoes protocol.allow; nothing outdoes these two.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "LC_ALL": "C",  # what git says is looked at
}
_SECONDS = 60


def run(
    folder: str, *arguments: str, ceiling: str | None = None, index: str | None = None
) -> bytes:
    """Run git in a folder and return what it prints; `ceiling` is where it stops looking upward.

    `index` is another index file than the repository's own.

    Raises:
        GitFault: git is missing, or it fails.
    """
    command = [_program(), *_FLAGS, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, no shell, arguments of ours
            command,
            cwd=folder,
            env={**_environment(ceiling), **({"GIT_INDEX_FILE": index} if index else {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        late = Sentence(f"git {_SECONDS} 秒没有回应", f"git gave no answer in {_SECONDS} s")
        raise UnreadableRepository(late) from None
    except OSError as error:  # the program was there, so the folder is not
        raise NotARepository(folder) from error
    if done.returncode:
        raise fault(folder, done.stderr.decode("utf-8", "backslashreplace"))
    return done.stdout


@contextmanager
def stream(folder: str, *arguments: str, given: bytes = b"") -> Iterator[IO[bytes]]:
    """Run git in a folder and read what it prints as it comes; leaving early ends it.

    Raises:
        GitFault: git is missing, or it fails before everything was read.
    """
    # Files instead of pipes: neither side can wait for the other.
    with TemporaryFile() as stdin, TemporaryFile() as stderr:
        stdin.write(given)
        stdin.seek(0)
        process = subprocess.Popen(  # noqa: S603 - as above
            [_program(), *_FLAGS, *arguments],
            cwd=folder,
            env=_environment(None),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,
        )
        with process:
            assert process.stdout  # noqa: S101 - a pipe was asked for
            try:
                yield process.stdout
                at_end = not process.stdout.read(1)
            except BaseException:
                process.kill()
                raise
            if not at_end:
                process.kill()
        if at_end and process.returncode:
            stderr.seek(0)
            raise fault(folder, stderr.read().decode("utf-8", "backslashreplace"))


def _program() -> str:
    """Find git on the PATH by hand: Windows would look into the working folder first."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        place = Path(folder, name)
        if place.is_absolute() and os.access(place, os.X_OK):
            return os.fspath(place)
    raise GitMissing


def _environment(ceiling: str | None) -> Mapping[str, str]:
    """Return our environment without what a hook or a user sets to point git elsewhere."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG")
    }
    return kept | _ENVIRONMENT | ({"GIT_CEILING_DIRECTORIES": ceiling} if ceiling else {})
