"""Every number here is an example of a standard or made up; none is a person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotkit.text.personal_data import (
    is_card_number,
    is_identity_number,
    may_hold_numbers,
    personal_numbers,
)

# The example of GB 11643—1999 itself.
IDENTITY = "11010519491231002X"
MOBILE = "13800138000"
CARD = "4111111111111111"


def shown(text: str) -> list[str]:
    return [f"{one.kind} {one.offset} {one.masked}" for one in personal_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"张某，{IDENTITY}。", ["身份证号 3 110105********002X"]),
        ("号码：１１０１０５１９４９１２３１００２ｘ", ["身份证号 3 110105********002X"]),
        ("110105 19491231 002X", ["身份证号 0 110105********002X"]),
        (f"电话{MOBILE}、13900139000", ["手机号 2 138****8000", "手机号 14 139****9000"]),
        ("138-0013-8000 或 139 0013 9000", ["手机号 0 138****8000", "手机号 16 139****9000"]),
        (f"{MOBILE} 13900139000", ["手机号 0 138****8000", "手机号 12 139****9000"]),
        ("+8613800138000, +86 13800138000", ["手机号 1 138****8000", "手机号 20 138****8000"]),
        ("卡号 4111 1111 1111 1111", ["银行卡号 3 4111********1111"]),
        ("卡号6222021234567890128", ["银行卡号 2 6222***********0128"]),
    ],
)
def test_numbers_are_found_and_masked(text: str, expected: list[str]) -> None:
    assert shown(text) == expected
    assert may_hold_numbers(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",  # the check digit is wrong
        "110105194913310026",  # no thirteenth month
        "990105194912310029",  # no such province
        "统一社会信用代码：11010519491231002X",
        "12441500196720244T3442199806003",  # the code of an item
        "20211101001, 12800138000, 029-88888888",
        "0.13800138000",
        "a13800138000",
        "13800138000b",
        "4111111111111112",
        "2021-12-16 2021-12-17",
        "5ca9e760775e9ee0bddf199ab17c33bcb451177d2c20c020fe3b566a03b42307",
    ],
)
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert shown(text) == []


def test_a_file_without_numbers_is_not_looked_at() -> None:
    assert not may_hold_numbers(b"date: 2021-12-16\nperiod: {from: 2021-11-01}\n")
    assert may_hold_numbers("１３８".encode())


def test_checks_are_those_of_the_standards() -> None:
    assert is_identity_number(IDENTITY)
    assert is_card_number(CARD)
    assert not is_identity_number("1101051949123100AX")
    assert not is_card_number("6" * 16)


@given(st.text(alphabet="0123456789 -xX.abc１２身", max_size=200))
def test_what_is_shown_never_holds_the_number(text: str) -> None:
    for one in personal_numbers(text):
        assert "****" in one.masked
        assert 0 <= one.offset < len(text)


@pytest.mark.parametrize("text", ["1" * 400_000, "1 " * 200_000, "1-" * 200_000])
def test_a_hostile_text_is_gone_through_once(text: str) -> None:
    assert shown(text[:1000]) == shown(text) == []


def test_numbers_at_random_are_hardly_ever_taken_for_identities() -> None:
    drawn = [str(10**17 + n * 45_678_901_234_567 % (9 * 10**17)) for n in range(20_000)]
    assert sum(map(is_identity_number, drawn)) < 5
