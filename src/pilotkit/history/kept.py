"""Figures of a history as they are kept between runs; what is not exactly that is not believed."""

import json
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from pilotkit.history.trend import Figures

_KEYS = frozenset({"as_of", "supported", "maximum", "claimed", "then", "measures", "counts"})


def written(figures: Figures) -> bytes:
    """Write figures; numbers as text, so that none is rounded."""
    said: dict[str, Any] = {
        "as_of": figures.as_of.isoformat(),
        "supported": str(figures.supported),
        "maximum": str(figures.maximum),
        "claimed": None if figures.claimed is None else str(figures.claimed),
        "then": str(figures.then),
        "measures": dict(figures.measures),
        "counts": dict(figures.counts),
    }
    return json.dumps(said).encode()


def understood(content: bytes) -> Figures | None:
    """Read figures back; None where they are damaged."""
    try:
        kept: Any = json.loads(content)
        figures = _figures(kept) if kept.keys() == _KEYS else None
    except (ValueError, TypeError, AttributeError, InvalidOperation, RecursionError):
        return None
    # What would not be written in just this way was never written by us.
    return figures if figures and written(figures) == content else None


def _figures(kept: dict[str, Any]) -> Figures:
    return Figures(
        as_of=date.fromisoformat(kept["as_of"]),
        supported=Decimal(kept["supported"]),
        maximum=Decimal(kept["maximum"]),
        claimed=None if kept["claimed"] is None else Decimal(kept["claimed"]),
        then=Decimal(kept["then"]),
        measures={name: (int(n), int(of)) for name, (n, of) in kept["measures"].items()},
        counts={name: int(n) for name, n in kept["counts"].items()},
    )
