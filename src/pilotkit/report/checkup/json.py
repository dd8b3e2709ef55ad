"""A checkup as data: `pilotkit/doctor/1`."""

import json
from collections.abc import Sequence

from pilotkit.model.sentence import Lang
from pilotkit.report.checkup.check import Check, Output


def render(checks: Sequence[Check], outputs: Sequence[Output], lang: Lang) -> str:
    """Write the states by name; messages and commands are in the language asked for."""
    said = {
        "schema": "pilotkit/doctor/1",
        "checks": [
            {
                "name": one.name,
                "state": one.state,
                "message": one.said.to(lang),
                "mend": one.mend.to(lang) if one.mend else None,
            }
            for one in checks
        ],
        "outputs": [
            {"name": one.name, "possible": not one.lacking, "lacking": list(one.lacking)}
            for one in outputs
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"
