"""For test reports: JUnit XML, a suite a file, a failure an error or a warning."""

from html import escape  # of XML too; the module for XML would import the network
from itertools import groupby

from pilotkit.model.diagnostic import Diagnostic, Severity, Verdict
from pilotkit.model.sentence import Lang
from pilotkit.report.escape import visible


def render(verdict: Verdict, lang: Lang) -> str:
    """Render a verdict as JUnit XML; notes are passing cases with their text."""
    failing = sum(one.severity is not Severity.NOTE for one in verdict.diagnostics)
    total = max(1, len(verdict.diagnostics))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="pilotkit" tests="{total}" failures="{failing}">',
    ]
    for path, group in groupby(verdict.diagnostics, key=lambda one: one.location.path):
        lines += _suite(path, list(group), lang)
    if not verdict.diagnostics:
        lines += ['  <testsuite name="data" tests="1" failures="0">']
        lines += ['    <testcase classname="data" name="pilot validate"/>', "  </testsuite>"]
    return "\n".join([*lines, "</testsuites>", ""])


def _suite(path: str, found: list[Diagnostic], lang: Lang) -> list[str]:
    failing = sum(one.severity is not Severity.NOTE for one in found)
    name = _quoted(visible(path))
    head = f'  <testsuite name={name} tests="{len(found)}" failures="{failing}">'
    cases = [line for one in found for line in _case(one, lang)]
    return [head, *cases, "  </testsuite>"]


def _case(found: Diagnostic, lang: Lang) -> list[str]:
    place = visible(str(found.location))
    help_ = f" — {found.help.to(lang)}" if found.help else ""
    said = visible(f"{found.message.to(lang)}{help_}")
    name = _quoted(f"{found.code} {found.name} {found.location.line}:{found.location.column}")
    start = f"    <testcase classname={_quoted(visible(found.location.path))} name={name}>"
    body = escape(f"{place}: {said}")
    if found.severity is Severity.NOTE:
        inner = f"      <system-out>{body}</system-out>"
    else:
        kind, message = _quoted(str(found.severity)), _quoted(said)
        inner = f"      <failure type={kind} message={message}>{body}</failure>"
    return [start, inner, "    </testcase>"]


def _quoted(text: str) -> str:
    return f'"{escape(text)}"'
