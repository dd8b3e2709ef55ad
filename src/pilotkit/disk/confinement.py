"""Work on a file that is not ours, in a process of its own, with little memory and time.

The process gets bytes and plain data and gives back bytes; it cannot write a file, and whatever a
library says while it falls goes nowhere. Windows has no such limits: there only the time is.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from pilotkit.model.sentence import Sentence

TOO_MUCH = Sentence("要的时间或内存超过限度", "takes more time or memory than it may")
_MOST_BYTES = 100 << 20
_MEMORY = 512 << 20
_SECONDS = 15
_WAIT = 60
_DONE, _REFUSED = b"+", b"-"
_Context = Mapping[str, Any]


class RefusedError(Exception):
    """A file that is not fit for use; `sentences` say why."""

    def __init__(self, sentences: list[Sentence]) -> None:
        super().__init__("; ".join(one.en for one in sentences))
        self.sentences = sentences


def confined(work: str, content: bytes, context: _Context) -> bytes:
    """Do a piece of work, `module:function`, on a file in a process of its own.

    Only that process imports the module, and the libraries that it needs.

    Raises:
        RefusedError: what is wrong with the file.
    """
    spawning = get_context("spawn")
    ours, theirs = spawning.Pipe(duplex=False)
    process = spawning.Process(
        target=serve, args=(theirs, work, content, json.dumps(context)), daemon=True
    )
    process.start()
    theirs.close()
    try:
        answer = ours.recv_bytes(_MOST_BYTES) if ours.poll(_WAIT) else b""
    except (EOFError, OSError):  # it was ended, or says more than it may
        answer = b""
    finally:
        process.kill()
        process.join()
        ours.close()
    return answered(answer)


def answered(answer: bytes) -> bytes:
    """Return what an answer says that the work has made; no answer is one of somebody who fell.

    Raises:
        RefusedError: what is wrong with the file.
    """
    if answer[:1] == _DONE:
        return answer[1:]
    if answer[:1] == _REFUSED:
        raise RefusedError([Sentence(zh, en) for zh, en in json.loads(answer[1:])])
    raise RefusedError([TOO_MUCH])


def serve(connection: Connection, work: str, content: bytes, context: str) -> None:
    """Do the work in the process that was made for it."""
    _limit()
    try:
        answer = answer_to(work, content, json.loads(context))
    except MemoryError:
        answer = b""
    with suppress(OSError):
        connection.send_bytes(answer)
    connection.close()


def answer_to(work: str, content: bytes, context: _Context) -> bytes:
    """Do the work; whatever a file makes the libraries raise becomes a sentence."""
    try:
        return _DONE + _found(work)(content, context)
    except RefusedError as refused:
        said = refused.sentences
    except MemoryError:
        raise
    except Exception as error:  # a damaged file may raise anything from inside a library
        name = type(error).__name__
        said = [Sentence(f"文件已损坏（{name}）", f"the file is damaged ({name})")]
    return _REFUSED + json.dumps(said).encode()


def _found(work: str) -> Callable[[bytes, _Context], bytes]:
    module, _, function = work.partition(":")
    found: Callable[[bytes, _Context], bytes] = getattr(import_module(module), function)
    return found


def _limit() -> None:
    """Take away what the work has no need of."""
    sys.dont_write_bytecode = True
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
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
