"""The Jinja of templates that are not ours: sandboxed, strict, and everything it prints is text."""

import re
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from pilotkit.report.escape import one_line
from pilotkit.report.word.template.context import MARK

_GLOBALS = ("range", "namespace")
# A line break that is no beginning of a paragraph.
_BREAK = re.compile(r"\n(?!<w:p[ >])")


class Sandbox(ImmutableSandboxedEnvironment):
    """Remembers what it was last given to fill in; docxtpl puts each paragraph on a line."""

    source = ""

    def from_string(self, source: Any, *arguments: Any, **named: Any) -> Template:
        """Take a template from its text."""
        self.source = _BREAK.sub(" ", source)
        return super().from_string(self.source, *arguments, **named)


def environment() -> Sandbox:
    """Return an environment that loads nothing, and knows next to nothing by itself."""
    made = Sandbox(autoescape=True, undefined=StrictUndefined, finalize=_printed)
    made.globals = {name: made.globals[name] for name in _GLOBALS}
    return made


def _printed(value: Any) -> Markup:
    """Write any value as text; also what a template declares to be markup already.

    `{_{` is how docxtpl writes two braces: data that holds it must stay as it is.
    """
    text = str(value)
    shown = text if MARK.fullmatch(text) else one_line(text)
    return Markup(str(escape(shown)).replace("_", "&#95;"))  # noqa: S704 - escaped just now
