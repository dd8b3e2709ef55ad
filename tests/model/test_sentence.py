"""Statements in two languages, and how they stand in a row."""

from pilotkit.model.sentence import COMMA, OR, SEMICOLON, Sentence, some_of

HALVES = [Sentence("甲", "a"), Sentence("乙", "b")]


def test_statements_in_a_row_keep_their_halves_apart() -> None:
    assert COMMA.join(HALVES) == ("甲、乙", "a, b")
    assert SEMICOLON.join(iter(HALVES)) == ("甲；乙", "a; b")
    assert OR.join(HALVES[:1]) == HALVES[0]
    assert COMMA.join([]) == ("", "")


def test_of_many_statements_the_first_are_listed() -> None:
    said = [Sentence("甲", "a"), Sentence("乙", "b"), Sentence("丙", "c")]
    assert some_of(said, 3) == Sentence("甲、乙、丙", "a, b, c")
    assert some_of(iter(said), 2) == Sentence("甲、乙等", "a, b …")
