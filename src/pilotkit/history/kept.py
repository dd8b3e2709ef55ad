"""Figures of a history as they are kept between runs; what is not exactly that is not believed."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from pilotkit.history.trend import Figures


class _Kept(BaseModel):
    """What one file holds; numbers are written as text, so that none is rounded."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: date
    supported: Decimal
    maximum: Decimal
    claimed: Decimal | None
    then: Decimal
    measures: dict[str, tuple[int, int]]
    counts: dict[str, int]


def written(figures: Figures) -> bytes:
    """Write figures."""
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
        kept = _Kept.model_validate_json(content)
    except ValidationError:
        return None
    return Figures(**{name: getattr(kept, name) for name in _Kept.model_fields})
