from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pilotkit.report.layout import pad, pad_left, wrap

TEXTS = st.text(st.sampled_from("ab 甲乙，。（）𠮷-/"), max_size=80)


@given(TEXTS, st.integers(4, 40))
def test_no_line_is_wider_and_no_character_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_line_breaks_between_chinese_characters_and_at_spaces() -> None:
    assert wrap("标准覆盖率，达到 90 % 即满分", 10) == ["标准覆盖", "率，达到", "90 % 即满", "分"]
    assert wrap("no requirement here", 9) == ["no", "requireme", "nt here"]


def test_padding_counts_columns() -> None:
    assert (pad("甲", 4), pad_left("甲", 4), pad("甲乙丙", 4)) == ("甲  ", "  甲", "甲乙丙")
