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
from multiprocessing.context import SpawnProcess
from typing import Any

from pilotkit.model.sentence import Sentence

TOO_MUCH = Sentence("要的时间或内存超过限度", "takes more time or memory than it may")
_MOST_BYTES = 100 << 20
_MEMORY = 512 << 20
_SECONDS = 15
_WAIT = 60
_MOST_FALLEN = 4  # who sends more files that end it has his way no longer
_DONE, _REFUSED = b"+", b"-"
_Context = Mapping[str, Any]


class RefusedError(Exception):
    """A file that is not fit for use; `sentences` say why."""

    def __init__(self, sentences: list[Sentence]) -> None:
        super().__init__("; ".join(one.en for one in sentences))
        self.sentences = sentences


class Workroom:
    """A process that works on one file after another; the one that a file ended is made anew.

    Making it takes longer than most files do.
    """

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._fallen = 0

    def work(self, work: str, content: bytes, context: _Context) -> bytes:
        """Do a piece of work, `module:function`, on a file.

        Only the process imports the module, and the libraries that it needs.

        Raises:
            RefusedError: what is wrong with the file.
        """
        told = work, content, json.dumps(context)
        was_used = self._process is not None
        answer = self._ask(told)
        if not answer and was_used:
            answer = self._ask(told)  # the files before may have used up what it was given
        return answered(answer)

    def close(self) -> None:
        """End the process."""
        if self._process and self._connection:
            self._process.kill()
            self._process.join()
            self._connection.close()
        self._process = self._connection = None

    def _ask(self, told: tuple[str, bytes, str]) -> bytes:
        if self._fallen >= _MOST_FALLEN:
            return b""
        connection = self._connection or self._open()
        answer = b""
        with suppress(EOFError, OSError):  # it was ended, or says more than it may
            connection.send(told)
            answer = connection.recv_bytes(_MOST_BYTES) if connection.poll(_WAIT) else b""
        if not answer:
            self._fallen += 1
            self.close()
        return answer

    def _open(self) -> Connection:
        spawning = get_context("spawn")
        self._connection, theirs = spawning.Pipe()
        self._process = spawning.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        return self._connection


def confined(work: str, content: bytes, context: _Context) -> bytes:
    """Do a piece of work, `module:function`, on one file in a process of its own.

    Raises:
        RefusedError: what is wrong with the file.
    """
    room = Workroom()
    try:
        return room.work(work, content, context)
    finally:
        room.close()


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


def serve(connection: Connection) -> None:
    """Work in the process that was made for it, until nobody asks for more."""
    _limit()
    with suppress(EOFError, OSError):
        while True:
            work, content, context = connection.recv()
            try:
                answer = answer_to(work, content, json.loads(context))
            except MemoryError:
                return
            connection.send_bytes(answer)


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
