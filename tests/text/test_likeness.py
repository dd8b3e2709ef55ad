"""Likeness and meaning: exact, and blind to what is no meaning."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotkit.text.likeness import meaning, normal, share_of, shingles

TEXT = "# 5 要求\n\n## 5.1 受理\n\n受理岗应核对下列内容：\n\n- 申请表；\n- 身份证。\n"


@given(st.text(max_size=12), st.text(max_size=12))
def test_shingles_are_what_three_signs_in_a_row_are(one: str, other: str) -> None:
    def runs(words: str) -> set[bytes]:
        written = words.encode("utf-16-le")
        cut = {written[at : at + 6] for at in range(0, len(written) - 4, 2)}
        return cut or ({written} if written else set())

    common, together = runs(one) & runs(other), runs(one) | runs(other)
    expected = Fraction(len(common), len(together)) if together else Fraction(0)
    assert share_of(shingles(one), shingles(other)) == expected


@given(st.text())
def test_words_of_any_text_are_words_already(said: str) -> None:
    assert normal("，".join(said)) == normal(" ".join(said))
    assert len(shingles(normal(said))) <= max(1, len(normal(said)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("不低于 99%", "不低于 99"),
        ("1.5 倍", "15 倍"),
        ("≥3 人", "3 人"),
        ("9:00", "900"),
    ],
)
def test_a_value_is_no_punctuation(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize(
    "written",
    [
        TEXT.replace("\n\n", "\n\n\n").replace("核对", " 核 对"),
        TEXT.replace("# 5 要求", "# 6 要求").replace("## 5.1", "## 6.2"),
        TEXT.replace("- 申请表；\n- 身份证。", "a) 身份证；\nb) 申请表。"),
    ],
)
def test_layout_numbers_and_the_order_of_items_are_no_meaning(written: str) -> None:
    assert written != TEXT
    assert meaning(written) == meaning(TEXT)


def test_another_word_is_another_meaning() -> None:
    assert meaning(TEXT.replace("身份证", "户口簿")) != meaning(TEXT)
    longer = f"{TEXT}\n## 5.2 审查\n\n审查岗核对材料。\n"
    assert meaning(longer, "5.1") == meaning(TEXT, "5.1")
    assert meaning(longer) != meaning(TEXT)
