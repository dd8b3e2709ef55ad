"""How fields of a sheet look: each look is made once, in the order it is asked for."""

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from pilotkit.model.sheet_column import Form
from pilotkit.report.document import Tone

_SMALL, _USUAL, _LARGE = 9, 11, 16
_COLORS: dict[Tone, str] = {
    "good": "#1B6E3C",
    "bad": "#B00020",
    "open": "#9C4A00",
    "quiet": "#666666",
}
# What a cell that lights up is painted with, as Excel does it itself.
_LIT: dict[Tone, tuple[str, str]] = {
    "good": ("#C6EFCE", "#006100"),
    "bad": ("#FFC7CE", "#9C0006"),
    "open": ("#FFEB9C", "#7F4F00"),
}
_FORMATS: dict[Form, str] = {"day": "yyyy-mm-dd", "count": "0", "number": "General"}
_FIELD: dict[str, object] = {"border": 1, "valign": "vcenter", "text_wrap": True}


class Looks:
    """The looks of a workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def title(self, *, left: bool = False) -> Format:
        """Return that of the title over a table."""
        align = "left" if left else "center"
        return self._look(font_name="黑体", font_size=_LARGE, align=align, valign="vcenter")

    def notice(self) -> Format:
        """Return that of what stands above all."""
        return self._look(font_name="黑体", font_color=_COLORS["bad"], text_wrap=True)

    def line(self, *, strong: bool = False, small: bool = False) -> Format:
        """Return that of a line of running text."""
        size = _SMALL if small else _USUAL
        return self._look(
            font_name="宋体", font_size=size, bold=strong, text_wrap=True, valign="top"
        )

    def head(self) -> Format:
        """Return that of the head of a column."""
        return self._look(**_FIELD, font_name="黑体", bg_color="#DCE6F1", align="center")

    def field(self, tone: Tone, *, total: bool, centred: bool, number: str | None) -> Format:
        """Return that of a field in a table."""
        more: dict[str, object] = {"font_name": "宋体", "bold": total}
        if centred:
            more["align"] = "center"
        if number:
            more["num_format"] = number
        if tone in _COLORS:
            more["font_color"] = _COLORS[tone]
        return self._look(**_FIELD, **more)

    def open_field(self, form: Form, *, quiet: bool = False) -> Format:
        """Return that of a field that is filled by hand: a text stays a text as it is typed."""
        more: dict[str, object] = {"num_format": _FORMATS.get(form, "@")}
        if form in _FORMATS:
            more["align"] = "center"
        if quiet:
            more |= {"bg_color": "#EEEEEE", "font_color": _COLORS["quiet"]}
        return self._look(**_FIELD, font_name="宋体", **more)

    def entry(self, *, centred: bool) -> Format:
        """Return that of a field that somebody fills in while the others are locked."""
        more: dict[str, object] = {"align": "center"} if centred else {}
        return self._look(
            **_FIELD,
            font_name="宋体",
            bg_color="#FFF9DB",
            locked=False,
            num_format="General",
            **more,
        )

    def typed(self, form: Form) -> Format:
        """Return that of a whole column, which has no edges: a text stays a text there too."""
        return self._look(font_name="宋体", num_format=_FORMATS.get(form, "@"))

    def lit(self, tone: Tone) -> Format:
        """Return that of a field that lights up."""
        ground, font = _LIT[tone]
        return self._look(bg_color=ground, font_color=font)

    def lacking(self) -> Format:
        """Return that of a field that must still be filled."""
        return self._book.add_format({"bg_color": "#FFE699"})

    def _look(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]
