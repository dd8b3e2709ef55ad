"""Standards → Word in the form of GB/T 1.1—2020: one as a file of its own, many as a volume."""

from collections.abc import Iterable, Iterator
from itertools import count

from docx.document import Document as Word

from pilotkit.report.copies.copy import Copy
from pilotkit.report.copies.volume import VOLUME, Volume
from pilotkit.report.copies.wording import CONTENTS, entry_of, spaced
from pilotkit.report.document import Document
from pilotkit.report.escape import one_line
from pilotkit.report.word.contents import Entry, by_level, write_listing
from pilotkit.report.word.packing import empty_file, pack, set_properties
from pilotkit.report.word.place import Place
from pilotkit.report.word.standard_cover import write_cover
from pilotkit.report.word.standard_pages import (
    set_header,
    set_standard_pages,
)
from pilotkit.report.word.standard_styles import LOOKS, PART, STAGE, TITLE, VOLUME_TITLE
from pilotkit.report.word.standard_text import (
    write_blocks_of,
    write_end,
    write_sections,
    write_title,
)
from pilotkit.report.word.styles import NOTICE, STAMP, set_looks


def write_standard(copy: Copy, stamp: str, pages: Iterable[str] = ()) -> bytes:
    """Write one standard: its cover, contents and foreword, counted I, II; then its text from 1.

    Its contents say the `pages`, where they are known.
    """
    word = _file(Document("standard", copy.name, "zh", (), (), day=copy.day))
    place = Place(word)
    set_header(place, copy.number)
    place.leave_first_bare()
    write_cover(place, copy)
    place.end_section()
    place.count_pages("upperRoman")
    _contents(place, copy, iter(pages))
    write_sections(place, copy.front, copy.pictures)
    place.end_section()
    place.count_pages("decimal")
    _body(place, copy)
    place.keep_last()
    place.paragraph(one_line(stamp), STAMP)
    return pack(word)


def write_volume(volume: Volume, stamp: str, pages: Iterable[str] = ()) -> bytes:
    """Write all standards in one file, its pages counted through behind the contents.

    The contents of the volume and then those of each standard say the `pages`, one by one.
    """
    ahead = iter(pages)
    word = _file(Document("volume", VOLUME, "zh", (), (), day=volume.day))
    place = Place(word)
    set_header(place, VOLUME)
    place.leave_first_bare()
    _volume_cover(place, volume, stamp)
    place.end_section()
    place.count_pages("upperRoman")
    entries = _paged(_entries(place, volume), ahead)
    write_listing(place, entries, CONTENTS, f'\\t "{PART},1,{TITLE},2"')
    place.end_section()
    place.count_pages("decimal")
    serials = count(1)
    for part in volume.parts:
        if part is not volume.parts[0]:
            place.end_section()
        place.heading(one_line(part.name), PART)
        place.leave_first_bare()
        for copy in part.copies:
            place.end_section()
            _within(place, copy, next(serials), ahead)
    return pack(word)


def _file(document: Document) -> Word:
    word = empty_file()
    set_looks(word, LOOKS)
    set_properties(word, document)
    set_standard_pages(word)
    return word


def _within(place: Place, copy: Copy, serial: int, pages: Iterator[str]) -> None:
    """Write a standard as a section of a volume."""
    name = f"_Std{serial:05}"
    set_header(place, copy.number)
    place.leave_first_bare()
    write_cover(place, copy)
    _contents(place, copy, pages, f" \\b {name}")
    place.mark_range(name, "Start", serial)
    write_sections(place, copy.front, copy.pictures)
    _body(place, copy)
    place.mark_range(name, "End", serial)


def _contents(place: Place, copy: Copy, pages: Iterator[str], scope: str = "") -> None:
    """Write the contents of a standard, before the first of what they list."""
    entries = [
        Entry(*entry_of(section), place.coming(index))
        for index, section in enumerate(copy.listed())
    ]
    if entries:
        write_listing(place, _paged(entries, pages), CONTENTS, by_level(entries) + scope)


def _paged(entries: Iterable[Entry], pages: Iterator[str]) -> list[Entry]:
    return [one._replace(page=next(pages, "")) for one in entries]


def _body(place: Place, copy: Copy) -> None:
    write_title(place, copy)
    write_blocks_of(place, copy.text.before, copy.pictures)
    write_sections(place, copy.body, copy.pictures)
    write_end(place)


def _volume_cover(place: Place, volume: Volume, stamp: str) -> None:
    if volume.notice:
        place.paragraph(one_line(volume.notice), NOTICE)
    place.paragraph(VOLUME, VOLUME_TITLE)
    for line in volume.lines:
        place.paragraph(one_line(line), STAGE)
    place.paragraph(one_line(stamp), STAMP)


def _entries(place: Place, volume: Volume) -> list[Entry]:
    """List parts and standards, each with the bookmark that it will have."""
    found: list[Entry] = []
    ahead = 0
    for part in volume.parts:
        found.append(Entry(1, one_line(part.name), place.coming(ahead)))
        ahead += 1
        for copy in part.copies:
            found.append(Entry(2, spaced(copy.number, copy.standard.title), place.coming(ahead)))
            ahead += 1 + len(copy.listed())
    return found
