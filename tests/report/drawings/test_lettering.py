from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotkit.model.measurement import cut_percent
from pilotkit.report.drawings.figures import Number, plain, quotient
from pilotkit.report.drawings.lettering import Length, Letters, balanced, fit, wrap
from pilotkit.report.drawings.shapes import fixed
from pilotkit.report.escape import visible

LETTERS = Letters(10)
# Advances of Noto Sans SC Regular, in thousandths of an em.
NOTO = {"标": 1000, "“": 1000, "A": 608, "W": 878, "m": 926, "0": 555, "%": 921, " ": 224, "/": 392}


@pytest.mark.parametrize("character", NOTO)
def test_no_character_is_wider_than_measured(character: str) -> None:
    assert LETTERS.width(character) >= Fraction(NOTO[character], 100)


def test_a_combining_mark_takes_no_room_and_bold_takes_more() -> None:
    assert LETTERS.width("e\u0301") == LETTERS.width("e")
    assert Letters(10, bold=True).width("A标") == LETTERS.width("A标") + Fraction(49, 100)


def test_chinese_breaks_anywhere_but_before_its_punctuation() -> None:
    assert wrap("服务指南、办理规程", LETTERS, 50) == ["服务指南、", "办理规程"]
    assert wrap("服务指南、理（规程）", LETTERS, 40) == ["服务指", "南、理", "（规程）"]


def test_latin_breaks_between_words_and_a_number_stays_whole() -> None:
    assert wrap("own standards 12.5", LETTERS, 50) == ["own", "standards", "12.5"]
    assert wrap("按 GB/T 24421.2—2023 编", LETTERS, 80) == ["按 GB/T", "24421.2—2023", "编"]


def test_a_word_wider_than_the_room_is_broken() -> None:
    assert wrap("iiiiiiii", LETTERS, 12) == ["iiii", "iiii"]


def test_what_does_not_fit_is_cut_and_says_so() -> None:
    assert wrap("标准化导则与术语", LETTERS, 40, most=1) == ["标准化…"]
    assert fit("标准化导则", LETTERS, 50) == "标准化导则"
    assert wrap("标" * 700, Letters(1), 1000, most=2) == ["标" * 600 + "…"]


def test_blank_text_has_no_lines() -> None:
    assert wrap(" \n\u3000", LETTERS, 50) == []
    assert fit("", LETTERS, 50) == ""


def test_lines_are_of_about_the_same_width_or_end_at_punctuation() -> None:
    assert balanced("服务提供规范标准", LETTERS, 70) == ["服务提供", "规范标准"]
    assert balanced("服务提供、管理", LETTERS, 60) == ["服务提供、", "管理"]


@given(st.text(max_size=80), st.integers(20, 200))
def test_no_line_is_wider_than_the_room_and_no_character_is_lost(words: str, room: int) -> None:
    lines = wrap(words, LETTERS, room, most=1000)
    assert all(LETTERS.width(line) <= room for line in lines)
    shown = visible(words.strip())
    assert "".join("".join(lines).split()) == "".join(shown.split())


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (Fraction(8996, 10000), "89.9 %"),
        (Fraction(2, 3), "66.6 %"),
        (Fraction(1), "100.0 %"),
        (Fraction(9999, 10000), "99.9 %"),
    ],
)
def test_a_percentage_is_cut(share: Fraction, written: str) -> None:
    assert cut_percent(share) == written


def test_a_quotient_shows_both_numbers() -> None:
    assert quotient(41, 50, "zh") == "41/50 = 82.0 %"
    assert [quotient(0, 0, lang) for lang in ("zh", "en")] == ["不适用", "not applicable"]


def test_a_number_has_no_needless_zeros_and_is_cut() -> None:
    numbers: list[Number] = [0, 30, Fraction(9, 2), Fraction(2, 3), Fraction(25, 100)]
    assert [plain(number) for number in numbers] == ["0", "30", "4.5", "0.6666", "0.25"]


def test_a_length_has_one_decimal() -> None:
    lengths: list[Length] = [
        0,
        12,
        Fraction(1, 3),
        Fraction(1, 20),
        Fraction(-1, 3),
        Fraction(-1, 100),
    ]
    assert [fixed(length) for length in lengths] == ["0.0", "12.0", "0.3", "0.1", "-0.3", "0.0"]
