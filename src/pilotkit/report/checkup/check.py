"""One thing that was looked at."""

from dataclasses import dataclass
from typing import Literal

from pilotkit.model.sentence import Sentence

# What is missing only takes something away; what is wrong must be mended first.
State = Literal["ok", "missing", "wrong"]


@dataclass(frozen=True)
class Check:
    """A thing, its state, what was found, and how to mend it: a command where there is one."""

    name: str
    title: Sentence
    state: State
    said: Sentence
    mend: Sentence | None = None


@dataclass(frozen=True)
class Output:
    """A form that reports can take; `lacking` is what has to be installed for it."""

    name: str
    title: Sentence
    lacking: tuple[str, ...] = ()


def same(text: str) -> Sentence:
    """Say something that is the same in both languages: a number, a command."""
    return Sentence(text, text)
