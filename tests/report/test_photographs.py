"""A photograph in a standard stands upright, however the camera was held."""

from base64 import b64decode
from hashlib import sha256
from io import BytesIO
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from own_standard import own, repository_of
from pilotkit.disk.exif import orientation_of
from pilotkit.model.files import Attachment, Files
from pilotkit.report.binder.bound import pages_of_picture
from pilotkit.report.copies.pictures import as_svg, pictures_of
from pilotkit.report.raster import Picture, to_png
from pilotkit.report.typesetting.fonts import letters
from pilotkit.text.structure import parse

# Four fields of grey, each 8 dots wide and 16 high, from dark to light: 1 2 above, 3 4 below.
FIELDS = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
    "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAAgABABAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACv/EABQQAQAA"
    "AAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AH+QAP+QAQAUAL+UA/9k="
)
GREYS = {"1": "#202020", "2": "#606060", "3": "#a0a0a0", "4": "#f0f0f0"}
# What each count of Exif makes of them, above and below.
SEEN = {
    1: ("12", "34"),
    2: ("21", "43"),
    3: ("43", "21"),
    4: ("34", "12"),
    5: ("13", "24"),
    6: ("31", "42"),
    7: ("42", "31"),
    8: ("24", "13"),
}


def tagged(value: int, order: Literal["big", "little"] = "big", entries: int = 1) -> bytes:
    """Say in the fields how the camera was held."""
    mark = b"MM\0*" if order == "big" else b"II*\0"
    numbers = [(8, 4), (entries, 2), (0x112, 2), (3, 2), (1, 4), (value, 2), (0, 6)]
    block = b"Exif\0\0" + mark + b"".join(one.to_bytes(wide, order) for one, wide in numbers)
    return FIELDS[:2] + b"\xff\xe1" + (len(block) + 2).to_bytes(2, "big") + block + FIELDS[2:]


def drawn(content: bytes) -> Picture:
    repository = repository_of(text="# 1 范围\n\n![图1 布局](zhinan/buju.jpg)\n")
    standard = own(repository)
    held = Attachment(len(content), sha256(content).hexdigest, lambda most: content[:most])
    files = Files({}, {f"{standard.pictures_folder}/buju.jpg": held})
    (picture,) = pictures_of(standard, parse(standard.text), files).values()
    assert isinstance(picture, Picture)
    return picture


def middle(picture: Picture, x: float, y: float) -> bytes:
    """Cut out two dots around a place, where no other field shines in."""
    return to_png(as_svg(picture).replace("<svg ", f'<svg viewBox="{x - 1} {y - 1} 2 2" ', 1), 1)


@pytest.mark.parametrize(("value", "rows"), SEEN.items())
def test_it_is_turned_as_the_camera_was_held(value: int, rows: tuple[str, str]) -> None:
    picture = drawn(tagged(value))
    assert (picture.width, picture.height) == ((16, 32) if value <= 4 else (32, 16))
    size = f'width="{picture.width}" height="{picture.height}"'
    for number in range(4):
        grey = GREYS[rows[number // 2][number % 2]]
        plain = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect {size} fill="{grey}"/></svg>'
        x, y = (number % 2 + 0.5) / 2, (number // 2 + 0.5) / 2
        assert middle(picture, picture.width * x, picture.height * y) == to_png(plain, 1)


@pytest.mark.parametrize(("value", "lies"), [(1, False), (6, True)])
def test_its_page_in_the_binder_lies_as_it_is_seen(value: int, *, lies: bool) -> None:
    paper = PdfReader(BytesIO(pages_of_picture(tagged(value), "a.jpg", letters()))).pages[0]
    assert (paper.mediabox.width > paper.mediabox.height) is lies


def test_it_is_read_in_either_order_of_bytes() -> None:
    assert [orientation_of(tagged(8, order)) for order in ("big", "little")] == [8, 8]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        FIELDS,
        tagged(0),
        tagged(9),
        tagged(6)[:24],
        tagged(6, entries=0),
        tagged(6).replace(b"MM\0*", b"MM\0+"),
        tagged(6).replace(b"\0\0\0\x08", b"\xff\xff\xff\xff"),
        tagged(6).replace(b"\x01\x12\0\x03", b"\x01\x12\0\x04"),
    ],
)
def test_what_says_nothing_readable_is_upright(content: bytes) -> None:
    assert orientation_of(content) == 1


@given(st.binary(max_size=80))
def test_no_bytes_stop_it(block: bytes) -> None:
    start = b"\xff\xd8\xff\xe1" + (len(block) + 8).to_bytes(2, "big") + b"Exif\0\0"
    assert orientation_of(start + block) in range(1, 9)
