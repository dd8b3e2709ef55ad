"""Families of texts and repeated clauses: what counting finds is what comparing finds."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotkit.text.families import families
from pilotkit.text.likeness import share_of, shingles
from pilotkit.text.repeats import repeats
from pilotkit.text.tallies import at_least, tally

WORDS = st.lists(st.text("甲乙丙a", max_size=14), max_size=9)
SHARES = st.fractions(min_value=Fraction(1, 10), max_value=1, max_denominator=20)
COLUMNS = st.lists(st.integers(0, 255), max_size=20)


def _by_comparing(
    words: list[str], about: list[str], least: Fraction
) -> Iterable[tuple[list[int], Fraction]]:
    """Join what is alike until nothing changes; with each family the least share that is needed."""
    shares = {
        (one, other): share
        for one, other in combinations(range(len(words)), 2)
        if about[one] != about[other]
        and (share := share_of(shingles(words[one]), shingles(words[other]))) >= least
    }
    family = {at: frozenset({at}) for at in range(len(words))}
    for one, other in shares:
        family |= dict.fromkeys(both := family[one] | family[other], both)
    for members in {one for one in family.values() if len(one) > 1}:
        yield sorted(members), min(share for (one, _), share in shares.items() if one in members)


@settings(max_examples=60)
@given(WORDS, st.lists(st.sampled_from("xyz"), min_size=9, max_size=9), SHARES)
def test_no_family_is_missed_and_none_is_made_up(
    words: list[str], about: list[str], least: Fraction
) -> None:
    expected = sorted(_by_comparing(words, about, least))
    found = list(families(words, about[: len(words)], least))
    assert [one.members for one in found] == [members for members, _ in expected]
    for one, (_, needed) in zip(found, expected, strict=True):
        assert 1 >= one.share >= needed


@pytest.mark.parametrize("least", [Fraction(2, 5), Fraction(4, 5)])
def test_near_copies_are_found_among_more_texts_than_tell_what_is_rare(
    least: Fraction,
) -> None:
    chance = Random(str(least))  # noqa: S311 - texts, not a secret
    signs = [chr(0x4E00 + at) for at in range(300)]
    bodies = [chance.choices(signs, k=size) for size in (40, 60, 60, 80)]
    words = []
    for at in range(150):
        body = [*bodies[at % len(bodies)]]
        for changed in range(at % 9):
            body[(at * 7 + changed * 11) % len(body)] = signs[(at * 13 + changed) % len(signs)]
        words.append("".join(body))
    about = [signs[at % 50] for at in range(150)]
    expected = sorted(_by_comparing(words, about, least))
    found = [one.members for one in families(words, about, least)]
    assert found == [members for members, _ in expected]
    assert max(map(len, found)) > len(bodies)


@settings(max_examples=60)
@given(WORDS, WORDS, SHARES)
def test_each_clause_is_held_against_the_first_that_it_repeats(
    first: list[str], second: list[str], least: Fraction
) -> None:
    expected: dict[int, tuple[int, Fraction]] = {}
    for at, words in enumerate(second):
        shares = enumerate(share_of(shingles(other), shingles(words)) for other in first)
        if alike := next(((one, share) for one, share in shares if share >= least), None):
            expected[at] = alike
    found = {one.second: (one.first, one.share) for one in repeats(first, second, least)}
    assert found == expected


@given(COLUMNS, st.integers(-1, 25))
def test_columns_are_counted_for_all_members_at_once(columns: list[int], least: int) -> None:
    counts = [sum(column >> member & 1 for column in columns) for member in range(8)]
    found = at_least(tally(columns), least, 255)
    assert [found >> member & 1 for member in range(8)] == [count >= least for count in counts]
