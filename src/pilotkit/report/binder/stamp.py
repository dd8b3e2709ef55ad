"""A line of Latin letters that is drawn over a page of others."""

from typing import NamedTuple

# Letters of Helvetica are about so wide, in parts of their size.
_ADVANCE = 0.56


class Stamp(NamedTuple):
    """A line of Latin letters on white, at a margin of a page."""

    text: str
    size: int

    def drawn(self, x: float, y: float, font: str) -> str:
        """Return what draws it, its right end at x."""
        wide = self.width
        left, low = x - wide - 2, y - self.size * 0.25
        words = self.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return (
            f"1 g {left:.2f} {low:.2f} {wide + 4:.2f} {self.size * 1.1:.2f} re f 0 g"
            f" BT {font} {self.size} Tf {x - wide:.2f} {y:.2f} Td ({words}) Tj ET"
        )

    @property
    def width(self) -> float:
        """About how wide it is, in points."""
        return len(self.text) * self.size * _ADVANCE
