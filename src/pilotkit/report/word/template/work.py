"""What is done with a template in the process of its own."""

from typing import Any

from pilotkit.disk.confinement import RefusedError
from pilotkit.disk.package import open_package
from pilotkit.report.word.template import rendering
from pilotkit.report.word.template.dangers import dangers
from pilotkit.report.word.template.examination import find_faults


def examine(content: bytes, context: dict[str, Any]) -> bytes:
    """Look at a template, then fill it to see whether it can be.

    Raises:
        RefusedError: all that is wrong with it.
    """
    if found := find_faults(content, context):
        raise RefusedError(found)
    render(content, context)
    return b""


def render(content: bytes, context: dict[str, Any]) -> bytes:
    """Fill a template that reaches for nothing outside, neither before nor after.

    Raises:
        RefusedError: why it cannot be filled.
    """
    _refuse_dangers(content)
    try:
        made = rendering.render(content, context)
    except rendering.UnfillableError as error:
        raise RefusedError(find_faults(content, context)[:1] or [error.sentence]) from error
    _refuse_dangers(made)
    return made


def _refuse_dangers(content: bytes) -> None:
    with open_package(content) as package:
        if found := list(dangers(package)):
            raise RefusedError(found[:1])
