"""For programs: pilotkit/verification/1; `attachments` are those that differ."""

import json
from collections import Counter
from collections.abc import Sequence

from pilotkit.check.attachments import DIFFERENT, State, Verified
from pilotkit.model.sentence import Lang


def render(verified: Sequence[Verified], lang: Lang) -> str:
    """Render what was compared as JSON in pure ASCII."""
    counts = Counter(one.state for one in verified)
    contract = {
        "schema": "pilotkit/verification/1",
        "counts": {state.value: counts[state] for state in State},
        "attachments": [
            {
                "path": one.path,
                "state": one.state.value,
                "record": one.record,
                "recorded": one.recorded,
                "found": one.found,
                "reason": one.reason.to(lang) if one.reason else None,
            }
            for one in verified
            if one.state in DIFFERENT
        ],
    }
    return json.dumps(contract, indent=2) + "\n"
