"""The one Jinja environment: every text escaped, every name known, templates from one place."""

from functools import cache

from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pilotkit.disk.bundled import read_templates


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Return the environment over the shipped templates, by path from their folder."""
    return ImmutableSandboxedEnvironment(
        loader=DictLoader(dict(read_templates())),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
