"""Statements in two languages, and how they stand in a row."""

from pilotkit.model.sentence import COMMA, OR, SEMICOLON, Sentence

HALVES = [Sentence("甲", "a"), Sentence("乙", "b")]


def test_statements_in_a_row_keep_their_halves_apart() -> None:
    assert COMMA.join(HALVES) == ("甲、乙", "a, b")
    assert SEMICOLON.join(iter(HALVES)) == ("甲；乙", "a; b")
    assert OR.join(HALVES[:1]) == HALVES[0]
    assert COMMA.join([]) == ("", "")
