"""The official table as it is shipped: its words, its points, its sums."""

from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from cases import repository_of
from pilotkit.model.proof import Proof
from pilotkit.model.scoring import Criterion, Indicator, best_sum

ROOT = Path(__file__).parents[1]
TABLE = repository_of({}).official
INDICATORS = list(TABLE.every_indicator())
CRITERIA = [criterion for _, criterion in TABLE.criteria()]
# Of every id, points, group, provenance and word of the annex of 灞政办发〔2021〕48号, as mended.
OFFICIAL_WORDS = "0bc7b55f09128ce8d9cd4e59c6654ce10e295de7fe89342536184e44e23175f8"


def line_of(one: Indicator | Criterion) -> str:
    words, group = (one.name, "") if isinstance(one, Indicator) else (one.text, one.group or "")
    return "\t".join((one.id, str(one.points), group, one.prov, words))


def canonical() -> str:
    lines: list[str] = []
    for indicator in INDICATORS:
        lines += [line_of(indicator), *map(line_of, indicator.criteria)]
    return "\n".join(lines)


def test_not_a_word_or_point_of_the_annex_has_changed() -> None:
    assert sha256(canonical().encode()).hexdigest() == OFFICIAL_WORDS


def test_this_pilot_uses_the_shipped_table_to_the_byte() -> None:
    shipped = ROOT / "src/pilotkit/official/scoring.yaml"
    assert (ROOT / "data/scoring.yaml").read_bytes() == shipped.read_bytes()


def test_there_are_4_10_27_and_43() -> None:
    counts = {kind: sum(one.id[0] == kind for one in INDICATORS) for kind in "ABC"}
    assert counts == {"A": 4, "B": 10, "C": 27}
    assert {(one.id[0], one.level) for one in INDICATORS} == {("A", 1), ("B", 2), ("C", 3)}
    assert [one.id for one in INDICATORS if one.id[0] == "C"] == [f"C{n}" for n in range(1, 28)]
    assert len({one.id for one in CRITERIA}) == len(CRITERIA) == 43


def test_points_add_up_from_the_criteria_to_100() -> None:
    for one in INDICATORS:
        below = (
            best_sum(one.criteria) if one.criteria else sum(each.points for each in one.children)
        )
        assert below == one.points, one.id
    assert [one.points for one in TABLE.indicators] == [10, 30, 30, 30]
    assert [one.points for one in INDICATORS if one.id[0] == "B"] == [
        4, 6, 12, 18, 6, 18, 6, 10, 10, 10,
    ]  # fmt: skip
    assert sum(one.points for one in TABLE.indicators) == TABLE.total == 100


def test_only_two_groups_are_alternatives() -> None:
    groups = {one.group for one in CRITERIA if one.group}
    assert groups == {"C22-method", "C26-scope"}


def test_what_is_reconstructed_is_marked() -> None:
    assert [one.id for one in INDICATORS if one.prov == "reconstructed"] == ["B9", "C24"]
    assert [one.id for one in CRITERIA if one.prov == "reconstructed"] == ["C15-1"]
    assert TABLE.pass_mark
    assert (TABLE.pass_mark.value, TABLE.pass_mark.status) == (Decimal(80), "unverified")


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda one: one.id)
def test_words_that_a_proof_quotes_are_in_its_criterion(criterion: Criterion) -> None:
    quoted = [node.words for _, node in criterion.proof.nodes()]
    asked = [question.words for question in criterion.questions]
    assert [words for words in (*quoted, *asked) if words and words not in criterion.text] == []


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda one: one.id)
def test_every_leaf_of_a_proof_has_its_effort(criterion: Criterion) -> None:
    leaves = {key for _, node in criterion.proof.nodes() for key in effort_keys(node)}
    assert leaves == criterion.effort.keys()


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda one: one.id)
def test_a_judgement_asks_the_questions_of_its_own_criterion(criterion: Criterion) -> None:
    asked = [
        question
        for _, node in criterion.proof.nodes()
        if node.judgement
        for question in node.judgement.questions
    ]
    assert asked == [question.id for question in criterion.questions]


def effort_keys(node: Proof) -> tuple[str, ...]:
    if node.evidence:
        return node.evidence.kinds
    if node.measure:
        return (node.measure.name,)
    return (node.word,) if node.word in {"clean", "judgement"} else ()
