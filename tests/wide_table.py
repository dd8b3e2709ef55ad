"""A table that is too wide for an upright page, and what stands around it."""

from pilotkit.report.document import Block, Column, Heading, Note, Paragraph, Table, row

WIDE = Table(
    "宽表", tuple(Column(f"列{n}", width=10) for n in range(9)), (row(*map(str, range(9))),)
)
WITHIN_TEXT: tuple[Block, ...] = (
    Paragraph("前"),
    Heading(1, "题"),
    WIDE,
    Note("注"),
    Heading(1, "又"),
    Paragraph("后"),
)
