"""PK817 effort-unknown.

What
    zh: 计分表 effort 里的键不是这一条依据的叶子（证据种类、指标名、clean、judgement）。
    en: A key of `effort` is no leaf of the criterion's proof: a kind, measure, clean, judgement.
Why
    zh: 排下一步工作按 effort 估人日（design §5）；写错的键不起作用。
    en: What to do next is ranked by effort; under a wrong key it has no effect.
Bad
    effort: {会议: 2}
Good
    effort: {文件: 2}
Mend
    zh: 改正叶子名，或删去。
    en: Write the name of a leaf, or delete the key.
Waive
    zh: 可以豁免：不影响计分。
    en: You may; it changes no score.
"""

from collections.abc import Collection, Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.fields import known_leaves, leaves_of
from pilotkit.check.rule import Finding, Rule
from pilotkit.measure.measures import BY_NAME
from pilotkit.model.diagnostic import Severity
from pilotkit.model.location import Route
from pilotkit.model.scoring import Scoring
from pilotkit.model.sentence import Sentence

# Days that pass and are not worked.
_LEAD = "lead"


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every key of an effort that names no leaf; at the top of the table any leaf will do."""
    table = appraisal.repository.scoring
    if table is None:
        return
    every = known_leaves(BY_NAME)
    yield from _unknown(table, ("effort",), table.effort, every)
    for route, criterion in table.placed_criteria():
        leaves = leaves_of(criterion.proof)
        yield from _unknown(table, (*route, "effort"), criterion.effort, leaves)


def _unknown(
    table: Scoring, route: Route, keys: Collection[str], leaves: frozenset[str]
) -> Iterator[Finding]:
    for key in keys:
        if key not in leaves and key != _LEAD:
            zh, en = "、".join(sorted(leaves)), ", ".join(sorted(leaves))
            few = route != ("effort",)
            yield Finding(
                table.at_key(*route, key),
                Sentence(f"依据里没有“{key}”这样的叶子", f"no leaf of the proof is {key!r}"),
                Sentence(f"可用：{zh}", f"there are: {en}") if few else None,
            )


RULE = Rule("PK817", "effort-unknown", Severity.WARNING, check)
