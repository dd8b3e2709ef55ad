"""Standards → plain data that the typst sources set after GB/T 1.1: one, or all in a volume."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pilotkit.report.copies.copy import Copy, is_listed
from pilotkit.report.copies.pictures import Printed, as_svg
from pilotkit.report.copies.volume import VOLUME, Volume
from pilotkit.report.copies.wording import (
    annex_lines,
    apart,
    classes_of,
    entry_of,
    foot_of,
    formula_of,
    has_dash,
    is_annex,
    lead_of,
    not_shown,
    replaces_of,
    spaced,
    table_of,
)
from pilotkit.report.raster import Picture
from pilotkit.report.typesetting.plain import Plain, plain_block, plain_text
from pilotkit.text.blocks import Block, Kind
from pilotkit.text.structure import Element, Section

_LEVELS = 4
_SPACE = "\u3000"
_ITEMS = 3


def plain_standard(copy: Copy) -> Plain:
    """Write a standard as data; its entries of the contents are counted in their order."""
    listed = _Listed()
    pictures = copy.pictures
    front = [*_sections(copy.front, listed, pictures)]
    body = [*_blocks(copy.text.before, pictures), *_sections(copy.body, listed, pictures)]
    issued, effective = foot_of(copy)
    return {
        "kind": "standard",
        "id": copy.standard.id,
        "notice": plain_text(copy.notice),
        "classes": classes_of(copy),
        "system": plain_text(copy.system),
        "number": plain_text(copy.number),
        "replaces": plain_text(replaces_of(copy)),
        "title": plain_text(copy.standard.title),
        "stage": copy.stage,
        "issued": issued,
        "effective": effective,
        "issuer": _wide(copy.issuer, "发布"),
        "contents": listed.entries,
        "front": front,
        "body": body,
    }


def plain_volume(volume: Volume) -> Plain:
    """Write the collected volume as data."""
    return {
        "title": VOLUME,
        "notice": plain_text(volume.notice),
        "lines": [plain_text(one) for one in volume.lines],
        "parts": [
            {
                "name": plain_text(part.name),
                "standards": [
                    {**plain_standard(copy), "name": spaced(copy.number, copy.standard.title)}
                    for copy in part.copies
                ],
            }
            for part in volume.parts
        ],
    }


@dataclass
class _Listed:
    """What the contents of a standard list so far."""

    entries: list[Plain] = field(default_factory=list)

    def add(self, section: Section) -> Plain:
        """Return the place of a section in the contents; nothing of one that is not listed."""
        if not is_listed(section):
            return {}
        level, text = entry_of(section)
        self.entries.append({"level": level, "text": text})
        return {"entry": len(self.entries) - 1}


def _sections(
    sections: Iterable[Section], listed: _Listed, pictures: Mapping[str, Printed]
) -> Iterator[Plain]:
    for section in sections:
        lead, below = lead_of(section)
        if lead is None:
            yield from _heading(section, listed)
        else:
            yield _clause(section.number, lead)
        yield from _blocks(below, pictures)


def _heading(section: Section, listed: _Listed) -> Iterator[Plain]:
    if head := apart(section):
        yield {"kind": "element", "text": head, "level": 1, **listed.add(section)}
    elif is_annex(section):
        lines = [plain_text(line) for line in annex_lines(section)]
        yield {"kind": "annex", "lines": lines, "level": 1, **listed.add(section)}
    elif section.element is Element.TERMS and not section.is_chapter:
        yield _clause(section.number, "")
        yield {"kind": "term", "text": plain_text(section.title)}
    else:
        text, level = _wide(section.number, section.title), section.depth
        yield {"kind": "title", "text": text, "level": min(level, _LEVELS), **listed.add(section)}


def _wide(*parts: str) -> str:
    """Join what is there with a wide space; long words may break."""
    return _SPACE.join(plain_text(part) for part in parts if part)


def _clause(number: str, text: str) -> Plain:
    return {"kind": "clause", "number": plain_text(number), "text": plain_text(text)}


def _blocks(blocks: Sequence[Block], pictures: Mapping[str, Printed]) -> Iterator[Plain]:
    for block in blocks:
        match block.kind:
            case Kind.TABLE:
                yield from _named(block)
                if block.rows:
                    yield plain_block(table_of(block.rows))
            case Kind.FIGURE:
                yield from _figure(block, pictures)
            case Kind.ITEM:
                yield _item(block)
            case Kind.NOTE:
                label = plain_text(f"{block.label}：")
                yield {"kind": "note", "label": label, "text": plain_text(block.text)}
            case Kind.FORMULA:
                said, number = formula_of(block)
                yield {"kind": "formula", "text": plain_text(said), "number": plain_text(number)}
            case _:
                yield {"kind": "paragraph", "text": plain_text(block.text)}


def _figure(block: Block, pictures: Mapping[str, Printed]) -> Iterator[Plain]:
    if block.image:
        match pictures[block.image.path]:
            case Picture() as drawn:
                yield {
                    "kind": "picture",
                    "svg": as_svg(drawn),
                    "said": _wide(block.label, block.text),
                    "width": drawn.width,
                }
            case reason:
                yield {"kind": "not-shown", "text": plain_text(not_shown(block.image, reason))}
    yield from _named(block)


def _named(block: Block) -> Iterator[Plain]:
    if block.label or block.text:
        kind = "figure-name" if block.kind is Kind.FIGURE else "name"
        yield {"kind": kind, "text": _wide(block.label, block.text)}


def _item(block: Block) -> Plain:
    dash = has_dash(block)
    return {
        "kind": "item",
        "dash": dash,
        "marker": "——" if dash else plain_text(block.label),
        "text": plain_text(block.text),
        "depth": min(block.depth, _ITEMS - 1),
    }
