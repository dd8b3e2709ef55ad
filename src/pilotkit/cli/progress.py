"""What `-v` tells on stderr: the steps of a run, what each worked on, and how long it took.

`-q` keeps even a bar from being drawn.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.escape import visible


class Progress:
    """Tells the steps of a run in a language; silent until somebody asks."""

    def __init__(self) -> None:
        self.lang: Lang | None = None
        self.quiet = False

    @contextmanager
    def step(self, said: Sentence) -> Iterator[None]:
        """Time a step."""
        begun = time.perf_counter()
        yield
        if self.lang:
            seconds = time.perf_counter() - begun
            text = Sentence(f"{said.zh}：{seconds:.2f} 秒", f"{said.en}: {seconds:.2f} s")
            typer.echo(visible(text.to(self.lang)), err=True)


PROGRESS = Progress()
