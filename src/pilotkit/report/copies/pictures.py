"""The pictures of a standard's text as they are printed: all drawn anew, as PNGs of ours.

Whatever bytes somebody has put there, none of them reach a document. They are decoded in a process
of its own, with little memory and time.
"""

from base64 import b64encode
from collections.abc import Mapping

from pilotkit.disk.confinement import RefusedError, confined
from pilotkit.disk.exif import UPRIGHT, orientation_of
from pilotkit.disk.pictures import Shape, UnfitPictureError, read_picture
from pilotkit.model.files import Files
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.report.raster import Picture, can_draw
from pilotkit.text.structure import StandardText

# The text of a page after GB/T 1.1 is 165 mm wide; of its 242 mm a picture leaves 42 to captions.
_WIDEST, _HIGHEST = 165 * 96 / 25.4, 200 * 96 / 25.4
# Dots of print in a CSS pixel: nearly 300 an inch.
_SHARPER = 3
_SVG = "http://www.w3.org/2000/svg"
_TYPES = {"png": "png", "jpg": "jpeg", "gif": "gif"}
# How dots stored so wide and so high are turned to be seen upright, by Exif's count.
_TURNS = {
    1: "",
    2: "-1 0 0 1 {wide} 0",
    3: "-1 0 0 -1 {wide} {high}",
    4: "1 0 0 -1 0 {high}",
    5: "0 1 1 0 0 0",
    6: "0 1 -1 0 {high} 0",
    7: "0 -1 -1 0 {high} {wide}",
    8: "0 -1 1 0 0 {wide}",
}
_ON_SIDE = frozenset(range(5, 9))

# A picture, or why there is none.
Printed = Picture | Sentence


def pictures_of(standard: Standard, text: StandardText, files: Files) -> Mapping[str, Printed]:
    """Draw what a text shows, by the paths that are written there."""
    shown = {block.image.path for _, block in text.blocks() if block.image}
    found: dict[str, Printed] = {}
    for path in sorted(shown):
        place = standard.picture_at(path)
        found[path] = _printed(place, files) if place else Sentence("路径有误", "a wrong path")
    return found


def _printed(place: str, files: Files) -> Printed:
    attachment = files.attachments.get(place)
    if attachment is None or not attachment.size:
        return Sentence("没有这个文件", "there is no such file")
    if not can_draw():
        return Sentence("需要安装 resvg-py，怎么装见 pilot doctor", "resvg-py is missing")
    try:
        return _drawn(*read_picture(attachment, place))
    except UnfitPictureError as unfit:
        return unfit.sentence
    except RefusedError as refused:
        return refused.sentences[0]


def _drawn(content: bytes, shape: Shape) -> Picture:
    turn = orientation_of(content) if shape.kind == "jpg" else UPRIGHT
    seen = shape._replace(width=shape.height, height=shape.width) if turn in _ON_SIDE else shape
    scale = min(1.0, _WIDEST / seen.width, _HIGHEST / seen.height)
    # A photograph has no more to show than its own dots.
    zoom = scale * _SHARPER if shape.kind == "svg" else min(1.0, scale * _SHARPER)
    svg = content if shape.kind == "svg" else _wrapped(content, shape, seen, turn).encode()
    png = confined("pilotkit.report.raster:redrawn", svg, {"zoom": zoom})
    return Picture(png, max(1, int(seen.width * scale)), max(1, int(seen.height * scale)))


def as_svg(picture: Picture) -> str:
    """Return a picture of ours as an SVG, which is how drawings reach pages."""
    shape = Shape("png", picture.width, picture.height)
    return _wrapped(picture.content, shape, shape, UPRIGHT)


def _wrapped(content: bytes, stored: Shape, seen: Shape, turn: int) -> str:
    """Put dots into an SVG, as large as they are `seen` when they are turned."""
    data = f"data:image/{_TYPES[stored.kind]};base64,{b64encode(content).decode()}"
    matrix = _TURNS[turn].format(wide=f"{stored.width:g}", high=f"{stored.height:g}")
    turned = f' transform="matrix({matrix})"' if matrix else ""
    return f'<svg xmlns="{_SVG}" {_size(seen)}><image {_size(stored)}{turned} href="{data}"/></svg>'


def _size(shape: Shape) -> str:
    return f'width="{shape.width:g}" height="{shape.height:g}"'
