"""What people type for a day or a number in a sheet."""

from datetime import date

import pytest

from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet_figure import bare, day_in, number_in


@pytest.mark.parametrize(
    "text",
    [
        "2023-05-03",
        "2023/5/3",
        "2023.5.3",
        "2023. 5. 3",
        "2023年5月3日",
        "2023年 5月 3日",
        "2023年5月3号",
        "２０２３年５月３日",
        "２０２３．５．３",
        "2023—5—3",
        "20230503",
        "'2023-05-03",
        "2023/5/3 9:30",
        "2023-05-03T09:30:00",
        "2023年5月3日 00:00:00",
    ],
)
def test_a_day_is_read_as_offices_write_it(text: str) -> None:
    assert day_in(text) == date(2023, 5, 3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2023年5月", "“2023年5月”不是日期，应写成 2021-12-16"),
        ("23-5-3", "“23-5-3”不是日期，应写成 2021-12-16"),
        ("2023-02-30", "“2023-02-30”不是日期，没有这一天"),
        ("45049", "“45049”是没有设成日期格式的数，若是 2023-05-03，请写成 2023-05-03"),
        ("12345", "“12345”不是日期，应写成 2021-12-16"),
    ],
)
def test_what_is_no_day_says_why(text: str, said: str) -> None:
    day = day_in(text)
    assert isinstance(day, Sentence)
    assert day.zh == said


def test_a_number_is_read_without_what_stands_in_it() -> None:
    texts = ["10", "１０", "1,000", "１，０００", "10.0", "'10", "-3", "10.50", "10个", "12,34"]
    plain = ["10", "10", "1000", "1000", "10", "10", "-3", "10.50", "10个", "12,34"]
    assert [number_in(text) for text in texts] == plain


def test_a_number_goes_alone_into_its_cell() -> None:
    for text in ("10个工作日", "约10天", "10 天"):
        assert bare(text) == Sentence("只写数字：10", "only the number: 10")
    for text in ("十", "10-20天", "3.5.1版"):
        assert bare(text) is None
