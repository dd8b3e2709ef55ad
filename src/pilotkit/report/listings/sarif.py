"""For code scanning: SARIF 2.1.0, one run, one result a finding."""

import json
from typing import Any
from urllib.parse import quote

from pilotkit import __version__
from pilotkit.model.diagnostic import Diagnostic, Severity, Verdict
from pilotkit.model.sentence import Lang
from pilotkit.report.escape import visible

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(verdict: Verdict, lang: Lang) -> str:
    """Render a verdict as SARIF in pure ASCII; what is waived is there, suppressed."""
    every = (*verdict.diagnostics, *verdict.waived)
    rules = sorted({(found.code, found.name) for found in every})
    driver = {
        "name": "pilotkit",
        "version": __version__,
        "rules": [{"id": code, "name": name} for code, name in rules],
    }
    results = [_result(found, lang) for found in verdict.diagnostics]
    results += [
        {**_result(found, lang), "suppressions": [{"kind": "external"}]} for found in verdict.waived
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "properties": {"as_of": verdict.as_of.day.isoformat(), "revision": verdict.revision},
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _result(found: Diagnostic, lang: Lang) -> dict[str, Any]:
    help_ = f" — {found.help.to(lang)}" if found.help else ""
    path, line, column = found.location
    uri = quote(path.encode("utf-8", "surrogateescape"))
    return {
        "ruleId": found.code,
        "level": _LEVEL[found.severity],
        "message": {"text": visible(f"{found.message.to(lang)}{help_}")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": {"startLine": line, "startColumn": column},
                }
            }
        ],
    }
