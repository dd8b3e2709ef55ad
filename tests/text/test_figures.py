"""Sentences with figures, held against those that say the same with others."""

import pytest

from pilotkit.text.figures import Said, figures_in, figures_of


def text(*sentences: str) -> str:
    return "# 1 范围\n\n本文件规定了3件事，只说给10个人听。\n\n# 4 要求\n\n" + "\n\n".join(
        sentences
    )


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        (
            "一般投诉自登记之日起5个工作日内办结。",
            "一般投诉应自登记之日起七个工作日内办结。",
            (("5 个工作日",), ("7 个工作日",)),
        ),
        (
            "受理岗应在每日9:30前清点未办结的投诉。",
            "每日10：00前，清点未办结的投诉。",
            (("每日", "9:30"), ("每日", "10:00")),
        ),
        (
            "评价由督查科每季度考核一次。",
            "评价由督查科每月考核一次。",
            (("每季度", "1 次"), ("每月", "1 次")),
        ),
    ],
)
def test_the_same_sentence(one: str, other: str, figures: tuple[tuple[str, ...], ...]) -> None:
    first, second = figures_of(text(one)), figures_of(text(other))
    (key,) = first.keys() & second.keys()
    assert (figures_in(one), figures_in(other)) == figures
    said = Said.at(first[key])
    assert (said.line, said.words_in(one)) == (7, (one.rstrip("。"), 1))


@pytest.mark.parametrize(
    "words",
    [
        "办理时间为工作日9:00—12:00。",
        "见第3条第2款的规定。",
        "收5件。",
        "应符合GB/T 36114—2018的规定。",
        "| 审查 | 应在5个工作日内提出意见 |",
    ],
)
def test_no_sentence_to_be_held_against_another(words: str) -> None:
    assert not figures_of(text(words))


def test_figures_are_spelt_one_way() -> None:
    assert figures_in("每年抽查１０％，两次，每次不少于0.5小时") == (
        "每年",
        "10 %",
        "2 次",
        "0.5 个小时",
    )


def test_a_sentence_is_found_again_where_it_stands() -> None:
    one = text(
        "的；抽查记录。每月抽查已办结的办件20件。", "编号5\n\n件数每月汇总一次，报送办公室。"
    )
    lines = one.splitlines()
    places = [Said.at(place) for place in figures_of(one).values()]
    assert {at.words_in(lines[at.line - 1]) for at in places} == {
        ("每月抽查已办结的办件20件", 8),
        ("件数每月汇总一次，报送办公室", 1),
    }
    # A number at the end of a line and a unit at the beginning of the next are no figure.
    wrapped = figures_of(text("登记簿里的总数是5\n件数另行公布的每月抽查记录20件。"))
    assert {Said.at(place).line for place in wrapped.values()} == {8}
