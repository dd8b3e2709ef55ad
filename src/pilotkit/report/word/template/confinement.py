"""Work on a template that is not ours, in a process of its own, with little memory and time.

The process gets bytes and plain data and gives back bytes; it cannot write a file. Windows has no
such limits: there only the time is limited.
"""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Literal
from zipfile import BadZipFile

from pilotkit.disk.package import open_package
from pilotkit.model.sentence import Sentence

Work = Literal["examine", "render"]
MOST_BYTES = 40 << 20
_MEMORY = 768 << 20
_SECONDS = 15
_WAIT = 60
_DONE, _REFUSED = b"+", b"-"
_TOO_MUCH = Sentence(
    "要的时间或内存超过限度（有没有很大的循环？）", "takes more time or memory than it may"
)


class RefusedError(Exception):
    """A template that is not fit for use; `sentences` say why."""

    def __init__(self, sentences: list[Sentence]) -> None:
        super().__init__("; ".join(one.en for one in sentences))
        self.sentences = sentences


def checked(content: bytes) -> bytes:
    """Look at a packed file before anything in it is unpacked.

    Raises:
        RefusedError: it is damaged, or not safe to unpack.
    """
    try:
        open_package(content).close()
    except BadZipFile as error:
        unfit = Sentence("不是 Word 文件，或解开后太大", "no Word file, or too large inside")
        raise RefusedError([unfit]) from error
    return content


def confined(work: Work, content: bytes, context: dict[str, Any]) -> bytes:
    """Do a piece of work on a template in a process of its own; examining yields no bytes.

    Raises:
        RefusedError: what is wrong with the template.
    """
    spawning = get_context("spawn")
    ours, theirs = spawning.Pipe(duplex=False)
    process = spawning.Process(
        target=serve, args=(theirs, work, content, json.dumps(context)), daemon=True
    )
    process.start()
    theirs.close()
    try:
        answer = ours.recv_bytes(MOST_BYTES) if ours.poll(_WAIT) else b""
    except (EOFError, OSError):  # it was ended, or says more than it may
        answer = b""
    finally:
        process.kill()
        process.join()
        ours.close()
    if answer[:1] == _DONE:
        return answer[1:]
    said = json.loads(answer[1:]) if answer[:1] == _REFUSED else [_TOO_MUCH]
    raise RefusedError([Sentence(zh, en) for zh, en in said])


def serve(connection: Connection, work: Work, content: bytes, context: str) -> None:
    """Do the work in the process that was made for it."""
    _limit()
    try:
        answer = answer_to(work, content, json.loads(context))
    except MemoryError:
        answer = b""
    with suppress(OSError):
        connection.send_bytes(answer)
    connection.close()


def answer_to(work: Work, content: bytes, context: dict[str, Any]) -> bytes:
    """Do the work; whatever a file makes the libraries raise becomes a sentence."""
    try:
        return _DONE + _work(work)(content, context)
    except RefusedError as refused:
        said = refused.sentences
    except MemoryError:
        raise
    except Exception as error:  # a damaged file may raise anything from inside a library
        name = type(error).__name__
        said = [Sentence(f"不是可用的 Word 文件（{name}）", f"no Word file that works ({name})")]
    return _REFUSED + json.dumps(said).encode()


def _work(work: Work) -> Callable[[bytes, dict[str, Any]], bytes]:
    # These load the libraries for Word, which only this process needs.
    module = import_module("pilotkit.report.word.template.work")
    found: Callable[[bytes, dict[str, Any]], bytes] = getattr(module, work)
    return found


def _limit() -> None:
    """Take away what a template has no need of."""
    sys.dont_write_bytecode = True
    if find_spec("resource") is None:
        return
    import resource  # noqa: PLC0415 - Windows has no such module

    for name, most in (
        ("RLIMIT_AS", _MEMORY),
        ("RLIMIT_CPU", _SECONDS),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
    ):
        with suppress(OSError, ValueError):  # macOS knows some of them by name only
            resource.setrlimit(getattr(resource, name), (most, most))
