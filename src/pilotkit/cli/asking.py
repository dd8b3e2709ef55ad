"""Asking for what the command line does not say: only at a terminal, and a flag always does."""

import sys
from collections.abc import Sequence
from datetime import date, datetime

import typer

from pilotkit.cli.options import refuse
from pilotkit.model.sentence import Lang, Sentence


class Asking:
    """Questions of one run; without a terminal they are collected and refused together."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._silent = not sys.stdin.isatty()
        self._lacking: list[str] = []

    def ask(self, flag: str, question: Sentence, choices: Sequence[str] = ()) -> str:
        """Return the answer; `flag` is what would have given it."""
        offered = f"（{'、'.join(choices)}）" if self._lang == "zh" else f" ({', '.join(choices)})"
        offered = offered if choices else ""
        if self._silent:
            self._lacking.append(f"{flag} {question.to(self._lang)}{offered}")
            return ""
        return str(typer.prompt(question.to(self._lang) + offered)).strip()

    def day(self, flag: str, given: datetime | None) -> date:
        """Return the day that was given, or ask for it."""
        if given:
            return given.date()
        written = self.ask(flag, Sentence("日期", "date"))
        try:
            return date.fromisoformat(written) if written else date.min
        except ValueError:
            wrong = Sentence("日期应写成 2021-12-16", "a date is written 2021-12-16")
            refuse(f"{wrong.to(self._lang)}: {written}")

    def refuse_if_lacking(self) -> None:
        """Leave with all that nobody could be asked for."""
        if self._lacking:
            refuse(Sentence("还缺：", "missing:").to(self._lang), *self._lacking)
