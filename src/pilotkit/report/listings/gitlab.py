"""For GitLab: the Code Quality report, which the merge request shows at its lines."""

import json
from hashlib import sha256
from typing import Any

from pilotkit.model.diagnostic import Diagnostic, Severity, Verdict
from pilotkit.model.sentence import Lang
from pilotkit.report.escape import visible

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(verdict: Verdict, lang: Lang) -> str:
    """Render a verdict as a Code Quality report in pure ASCII."""
    seen: dict[str, int] = {}
    found = [_issue(one, lang, seen) for one in verdict.diagnostics]
    return json.dumps(found, indent=2) + "\n"


def _issue(found: Diagnostic, lang: Lang, seen: dict[str, int]) -> dict[str, Any]:
    # GitLab follows an issue by its fingerprint: lines may move, equal findings are numbered.
    key = "\0".join(found.identity)
    seen[key] = seen.get(key, 0) + 1
    fingerprint = sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()
    help_ = f" — {found.help.to(lang)}" if found.help else ""
    return {
        "description": visible(f"{found.message.to(lang)}{help_}"),
        "check_name": found.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[found.severity],
        "location": {
            "path": visible(found.location.path),
            "lines": {"begin": found.location.line},
        },
    }
