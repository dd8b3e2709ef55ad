"""Lists whose lines are measured before they are set: all fit, nothing is lost."""

import pytest

from pilotkit.report.document import Column
from pilotkit.report.typesetting.fonts import letters
from pilotkit.report.typesetting.ruled import SIZE, plain_list
from pilotkit.report.typesetting.widths import Widths

HIGH = 225 * 72 / 25.4
COLUMNS = (Column("序号", "number", 8), Column("题名", width=40))


@pytest.mark.parametrize(
    "text",
    [
        "关于印发《政务服务标准化试点实施方案》的通知，见附件（一）。",
        "第12期简报WWWWWW mmm iii",
        "865cdc2475b72e033dfc52d2a095a2b36b718099f4b42e12252168201391dad8a",
        "Q/QLZW-TG_103.2022/a/very/long-path/without.any.space/at-all.pdf",
        "名𠮷字，" * 9,
        "",
    ],
)
def test_lines_fit_and_nothing_is_lost(text: str) -> None:
    widths = Widths(letters(), SIZE)
    widths.learn([text])
    lines = widths.lines(text, 70)
    assert [line for line in lines if widths.of(line) > 70] == []
    shown = text.replace("𠮷", "〔U+20BB7〕")
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "")
    assert [line for line in lines if line[:1] in "，。）》"] == ([] if text else [""])


def test_a_row_that_is_higher_than_a_page_goes_on_below() -> None:
    rows = [("1", "文" * 2000), ("2", "甲\n乙")]
    pages = plain_list("题", COLUMNS, rows, Widths(letters(), SIZE))["pages"]
    said = "".join(words for page in pages for _, _, words in page["texts"])
    assert (len(pages), said.count("文"), said.endswith("2甲\n乙")) == (2, 2000, True)
    assert max(page["rules"][-1] for page in pages) <= HIGH
    assert [[words for _, _, words in page["heads"]] for page in pages] == [["序号", "题名"]] * 2
