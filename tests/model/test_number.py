"""The grammar of numbers: the cases of domain.md §2.7, and the laws that hold between spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotkit.model.number import normal, parse, parse_draft, same_key, suggestion

READ = [
    ("GB/T 24421.2-2009", "国家", "GB/T 24421.2—2009"),
    ("GB/T24421.4—2023", "国家", "GB/T 24421.4—2023"),
    ("GB/T 1.1－2020", "国家", "GB/T 1.1—2020"),
    ("GB 3100—93", "国家", "GB 3100—1993"),
    ("GB/Z 19027-2005", "国家", "GB/Z 19027—2005"),
    ("GB∕T 32170.2-2015", "国家", "GB/T 32170.2—2015"),
    ("GB_T 32170.2-2015", "国家", "GB/T 32170.2—2015"),
    ("GBT 13016-2018", "国家", "GB/T 13016—2018"),
    ("MZ/T 039-2013", "行业", "MZ/T 039—2013"),
    ("DA/T 22—2015", "行业", "DA/T 22—2015"),
    ("DB/T 1-2000", "行业", "DB/T 1—2000"),
    ("DB61/T 1234—2020", "地方", "DB61/T 1234—2020"),
    ("DB 22/T 2848—2017", "地方", "DB22/T 2848—2017"),
    ("DB61/ 224-2011", "地方", "DB61 224—2011"),
    ("DB6101/T 3100—2021", "地方", "DB6101/T 3100—2021"),
    ("DB3206/T 1088—2024", "地方", "DB3206/T 1088—2024"),
    ("DB2203/T 8—2024", "地方", "DB2203/T 8—2024"),
    ("DB 31117/Z 016-2022", "地方", "DB31117/Z 016—2022"),
    ("DBJ61/T 112-2016", "地方", "DBJ61/T 112—2016"),
    ("T/ZSX 5-2024", "团体", "T/ZSX 5—2024"),
    ("T/XZYC 0055—2024", "团体", "T/XZYC 0055—2024"),
    ("Q/BQZW 201.01—2022", "内部", "Q/BQZW 201.01—2022"),
    ("Q/BQZW JC001—2022", "内部", "Q/BQZWJC 001—2022"),
    ("Q/BQXSP GZ 012-2022", "内部", "Q/BQXSPGZ 012—2022"),
    ("CY/T 154—2017", "行业", "CY/T 154—2017"),
    ("JGJ/T 435-2018", "行业", "JGJ/T 435—2018"),
    ("ISO 9001:2015", "国际", "ISO 9001—2015"),
    ("ISO/IEC 27001:2022", "国际", "ISO/IEC 27001—2022"),
    ("GB/T 24421", "国家", "GB/T 24421"),
]
NOT_READ = [
    ("SZ/T 12—2015", None),
    ("G13/T24421", "GB/T 24421"),
    ("GB/T1.12020", "GB/T 1.1—2020"),
    ("《中华人民共和国行政许可法》", None),
    ("国办发〔2019〕51号", None),
]
SPELLINGS = [
    ("Q/BQZW JC 001—2022", "q/bqzw jc001--2022"),
    ("Q/BQZW-JC 001—2022", "Q/BQZW JC 001-2022"),
    ("DB61/ 224-2011", "DB61 224—2011"),
    ("GB 3100—93", "GB 3100—1993"),
    ("ＧＢ／Ｔ　１.１－２０２０", "GB/T 1.1—2020"),
]


@pytest.mark.parametrize(("text", "rank", "dated"), READ)
def test_a_number_is_read(text: str, rank: str, dated: str) -> None:
    number = parse(text)
    assert number
    assert (number.rank, number.dated) == (rank, dated)


@pytest.mark.parametrize(("text", "guess"), NOT_READ)
def test_what_follows_no_grammar_is_not_read(text: str, guess: str | None) -> None:
    assert parse(text) is None
    assert suggestion(text) == guess


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_two_spellings_are_one_number(one: str, other: str) -> None:
    assert same_key(one) == same_key(other)


@pytest.mark.parametrize(
    ("misread", "guess"),
    [
        ("GB/T l.1—2020", "GB/T 1.1—2020"),
        ("GB/T 244212009", "GB/T 24421—2009"),
        ("GB/T24421.4———2009", "GB/T 24421.4—2009"),
        ("GB/A 19027—2005", "GB/Z 19027—2005"),
        ("G8/T 13O16—2018", "GB/T 13016—2018"),
    ],
)
def test_a_misread_number_is_guessed_and_never_taken(misread: str, guess: str) -> None:
    assert parse(misread) is None
    assert suggestion(misread) == guess


def test_what_a_number_says_of_itself() -> None:
    part, whole = parse("GB/T 24421.2—2023"), parse("GB/T 13016")
    assert part
    assert whole
    assert (part.family, part.part, whole.part) == ("GB/T 24421.2", "2", None)
    papers = [parse(text) for text in ("DB 31117/Z 016-2022", "DB6101/T 1—2020", "GB 1—2020")]
    assert [paper.is_district_paper for paper in papers if paper] == [True, False, False]


def test_a_draft_may_leave_its_year_open() -> None:
    for text in ("Q/BQZW JC 101—XXXX", "Q/BQZW JC 101-××××", "Q/BQZW JC 101—20XX"):
        draft = parse_draft(text)
        assert parse(text) is None
        assert draft
        assert draft.dated == "Q/BQZWJC 101"


def test_what_is_too_long_for_a_number_costs_nothing() -> None:
    endless = "GB/T " + " " * 90_000
    assert (parse(endless), parse_draft(endless), suggestion(endless)) == (None, None, None)
    assert same_key(endless) == endless


@given(st.text(max_size=90))
def test_reading_never_fails_and_what_is_read_reads_the_same(text: str) -> None:
    number = parse(text)
    suggestion(text)
    if number and number.rank != "国际":
        again = parse(number.dated)
        assert again
        assert again.dated == number.dated


@given(st.sampled_from([text for text, *_ in READ]), st.sampled_from(["-", "—", "–", "－", "--"]))
def test_dashes_do_not_matter(text: str, dash: str) -> None:
    assert same_key(normal(text).replace("—", dash)) == same_key(text)
