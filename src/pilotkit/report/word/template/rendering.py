"""A template filled with data; what it prints is text, blocks are still marks."""

import re
from io import BytesIO
from typing import Any

from docx.document import Document as Word
from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError

from pilotkit.model.sentence import Sentence
from pilotkit.report.escape import one_line
from pilotkit.report.word.template.environment import environment
from pilotkit.report.word.template.places import places_of

_MARKUP = re.compile(r"<[^<>]*>")
_SHOWN = 60


class UnfillableError(Exception):
    """A template that cannot be filled; `sentence` says why, and where."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


def render(content: bytes, context: dict[str, Any]) -> bytes:
    """Fill a template.

    Raises:
        UnfillableError: a tag cannot be read, or a name is unknown, or asks for too much.
    """
    template, sandbox = DocxTemplate(BytesIO(content)), environment()
    try:
        template.render(context, sandbox, autoescape=True)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise UnfillableError(_said(template.docx, sandbox.source, error)) from error
    saved = BytesIO()
    template.docx.save(saved)
    return saved.getvalue()


def _said(word: Word, source: str, error: Exception) -> Sentence:
    """Say why, and which paragraph it is about."""
    why = one_line(str(error))[: 2 * _SHOWN]
    lines = source.splitlines()
    number = _line(error)
    text = _MARKUP.sub("", lines[number - 1]).strip() if 0 < number <= len(lines) else ""
    for place in places_of(word) if text else ():
        if place.text in text:
            return Sentence(f"{place.said.zh}：{why}", f"{place.said.en}: {why}")
    return Sentence(why, why)


def _line(error: Exception) -> int:
    """Return the line of the template where an error came up."""
    number = getattr(error, "lineno", None) or 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            number = trace.tb_lineno
        trace = trace.tb_next
    return int(number)
