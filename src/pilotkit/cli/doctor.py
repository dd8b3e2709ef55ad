"""`pilot doctor`: what this machine can do, what it lacks, and the command that mends it."""

import tempfile
from pathlib import Path

import typer

from pilotkit.cli.options import (
    Exit,
    FolderOption,
    FontsOption,
    LangOption,
    TextOrJson,
    TextOrJsonOption,
    echo,
)
from pilotkit.disk.worktree import find_workspace
from pilotkit.report.checkup import json, text
from pilotkit.report.checkup.checks import checks_of, outputs_of
from pilotkit.report.checkup.machine import this_machine


def doctor(
    fonts: FontsOption = None,
    form: TextOrJsonOption = TextOrJson.TEXT,
    folder: FolderOption = Path(),
    lang: LangOption = "zh",
) -> None:
    """看本机能写出什么、缺什么、用哪条命令补上 / what this machine can do, and what mends it."""
    root = find_workspace(folder.absolute())
    written = (root / "build" if root else folder.absolute(), Path(tempfile.gettempdir()))
    machine = this_machine([str(one) for one in fonts or ()], written)
    checks = checks_of(machine)
    outputs = outputs_of(machine)
    echo((json if form is TextOrJson.JSON else text).render(checks, outputs, lang))
    if any(one.state == "wrong" for one in checks):
        raise typer.Exit(Exit.FINDINGS)
