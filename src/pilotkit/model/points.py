"""How points are written."""

from decimal import Decimal


def points_text(points: Decimal) -> str:
    """Write points without needless zeros: 2, 0.5, 87.5."""
    text = f"{points:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
