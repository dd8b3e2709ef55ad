"""Pictures of others, looked at before anything decodes them: what they are, how large they are."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from pilotkit.model.files import Attachment
from pilotkit.model.paths import ending_of
from pilotkit.model.sentence import Sentence

# The formats by their endings, and how many pixels of each: a JPEG takes three bytes a pixel when
# it is read, a PNG up to eight; of a drawing they are those that it is drawn with.
KINDS = {"png": "png", "jpg": "jpg", "jpeg": "jpg", "gif": "gif", "svg": "svg"}
_MOST_PIXELS = {
    "jpg": 50_000_000,
    "png": 20_000_000,
    "gif": 20_000_000,
    "svg": 20_000_000,
}
_STARTS = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
}
_MOST_BYTES, _MOST_SVG_BYTES = 10 << 20, 2 << 20
_MOST_ELEMENTS, _DEEPEST = 50_000, 100
# The marks of a JPEG: what begins one, what begins the picture itself, what is no frame.
_MARK, _SCAN = 0xFF, 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# CSS pixels, 96 to the inch.
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTH = re.compile(r"\s*([0-9]{1,7}(?:\.[0-9]{0,9})?)\s*([a-z]{0,2})\s*")
_NUMBER = re.compile(r"[-+0-9.eE]{1,20}")
_INSIDE = ("#", "data:image/png;", "data:image/jpeg;", "data:image/jpg;", "data:image/gif;")
_BY_STYLE = re.compile(r"""@import|url\(\s*["']?(?!["'#])""", re.IGNORECASE)
_ESCAPED = "\\"


class UnfitPictureError(Exception):
    """A picture that is not shown; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


class Shape(NamedTuple):
    """What a picture is, and how large, in pixels; of a drawing in CSS pixels (1/96 inch)."""

    kind: str
    width: float
    height: float


def read_picture(attachment: Attachment, name: str) -> tuple[bytes, Shape]:
    """Return the bytes of a picture of a text, and what they are.

    Raises:
        UnfitPictureError: it is not here whole, too large, or `shape_of` does not take it.
    """
    if attachment.size > _MOST_BYTES:
        most = _MOST_BYTES >> 20
        raise UnfitPictureError(
            Sentence(f"图片超过 {most} MB", f"the picture is larger than {most} MB")
        )
    try:
        pointer, content = attachment.pointer_oid, attachment.read(_MOST_BYTES + 1)
    except OSError:
        raise UnfitPictureError(Sentence("图片读不了", "the picture cannot be read")) from None
    if pointer:
        raise UnfitPictureError(
            Sentence(
                "只有 Git LFS 指针，请先 git lfs pull",
                "only a Git LFS pointer is here: git lfs pull",
            )
        )
    return content, shape_of(content, name)


def shape_of(content: bytes, name: str) -> Shape:
    """Look at the bytes of a picture; its name says what it is.

    Raises:
        UnfitPictureError: it is none, has too many pixels, or calls for what lies outside it.
    """
    kind = KINDS.get(ending_of(name))
    if kind is None:
        raise UnfitPictureError(
            Sentence("不是 PNG、JPEG、GIF 或 SVG 图片", "no PNG, JPEG, GIF or SVG")
        )
    if kind != "svg" and not content.startswith(_STARTS[kind]):
        raise UnfitPictureError(
            Sentence(f"内容不是 {kind.upper()} 图片", f"no {kind.upper()} inside")
        )
    width, height = _drawn_size(content) if kind == "svg" else _size(content, kind)
    if not width or not height:
        raise UnfitPictureError(Sentence("图片打不开", "the picture cannot be opened"))
    if width * height > _MOST_PIXELS[kind]:
        most = _MOST_PIXELS[kind] // 1_000_000
        raise UnfitPictureError(
            Sentence(
                f"图片超过 {most} 百万像素", f"the picture has more than {most} million pixels"
            )
        )
    return Shape(kind, width, height)


def _size(content: bytes, kind: str) -> tuple[int, int]:
    if kind == "png":
        return _pair(content[16:20], content[20:24], "big")
    if kind == "gif":
        return _pair(content[6:8], content[8:10], "little")
    return max(_frames(content), key=lambda one: one[0] * one[1], default=(0, 0))


def _pair(wide: bytes, high: bytes, order: Literal["big", "little"]) -> tuple[int, int]:
    return int.from_bytes(wide, order), int.from_bytes(high, order)


def _frames(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield the size of each frame that a JPEG declares."""
    place = 2
    while place + 9 <= len(content) and content[place] == _MARK:
        kind = content[place + 1]
        if kind in _FRAMES:
            yield _pair(content[place + 7 : place + 9], content[place + 5 : place + 7], "big")
        if kind == _SCAN:
            return
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")


def _drawn_size(content: bytes) -> tuple[float, float]:
    """Read an SVG as a stream, and return its size."""
    if len(content) > _MOST_SVG_BYTES:
        most = _MOST_SVG_BYTES >> 20
        raise UnfitPictureError(Sentence(f"SVG 超过 {most} MB", f"an SVG of more than {most} MB"))
    watch = _Watch()
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = watch.start
    parser.EndElementHandler = watch.end
    parser.CharacterDataHandler = watch.characters
    parser.EntityDeclHandler = watch.refuse_entity
    try:
        # As text, whatever encoding it says that it has: it is drawn as UTF-8, too.
        parser.Parse(content.decode("utf-8-sig"), True)
    except (ExpatError, UnicodeDecodeError):
        raise UnfitPictureError(
            Sentence("内容不是 UTF-8 的 SVG", "no SVG in UTF-8 inside")
        ) from None
    return watch.size


class _Watch:
    """Where the reading of an SVG stands."""

    def __init__(self) -> None:
        self.size = (0.0, 0.0)
        self.depth = self.elements = 0
        self.style: list[str] | None = None

    def start(self, element: str, attributes: dict[str, str]) -> None:
        kind = element.rpartition(" ")[2]
        if not self.depth:
            if kind != "svg":
                raise UnfitPictureError(Sentence("内容不是 SVG 图片", "no SVG inside"))
            self.size = _declared(attributes)
        self.depth += 1
        self.elements += 1
        if self.depth > _DEEPEST or self.elements > _MOST_ELEMENTS:
            raise UnfitPictureError(Sentence("SVG 太复杂", "the SVG is too complex"))
        self.style = [] if kind == "style" else self.style
        for name, value in attributes.items():
            is_reference = name.rpartition(" ")[2] == "href" and kind != "a"
            if is_reference and not value.strip().startswith(_INSIDE):
                _refuse_outside()
            _check_style(value)

    def end(self, _: str) -> None:
        self.depth -= 1
        if self.style is not None:
            _check_style("".join(self.style))
            self.style = None

    def characters(self, said: str) -> None:
        if self.style is not None:
            self.style.append(said)

    def refuse_entity(self, *_: object) -> NoReturn:
        raise UnfitPictureError(Sentence("SVG 里有实体声明，可能有害", "the SVG declares entities"))


def _check_style(said: str) -> None:
    lowered = said.lower()
    if ("url" in lowered or "import" in lowered or _ESCAPED in lowered) and (
        _ESCAPED in lowered or _BY_STYLE.search(said)
    ):
        _refuse_outside()


def _refuse_outside() -> NoReturn:
    raise UnfitPictureError(
        Sentence(
            "SVG 引用了它以外的文件，可能有害",
            "the SVG calls for files outside it, which may do harm",
        )
    )


def _declared(attributes: dict[str, str]) -> tuple[float, float]:
    """Return the size that an SVG says it has, else that of its view."""
    width, height = _length(attributes.get("width", "")), _length(attributes.get("height", ""))
    if width and height:
        return width, height
    numbers = [float(one) for one in _NUMBER.findall(attributes.get("viewBox", "")) if _is(one)]
    return (numbers[2], numbers[3]) if len(numbers) == len("xywh") else (0.0, 0.0)


def _is(number: str) -> bool:
    return re.fullmatch(r"[-+]?[0-9]+(\.[0-9]*)?|[-+]?\.[0-9]+", number) is not None


def _length(written: str) -> float:
    found = _LENGTH.fullmatch(written)
    return float(found[1]) * _UNITS.get(found[2], 0.0) if found else 0.0
