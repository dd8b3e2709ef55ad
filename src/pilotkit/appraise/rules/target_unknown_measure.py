"""PK802 target-unknown-measure.

What
    zh: data/pilot.yaml 的目标写了一个不存在的指标。
    en: A target of data/pilot.yaml names a measure that does not exist.
Why
    zh: 目标（实施方案二（一））靠指标对照；指标写错，这个目标永远核不出来。
    en: A target is held against its measure; with a name that does not exist it never is.
Bad
    - {id: coverage, text: 标准覆盖率90%以上, measure: coverge, at_least: 0.9}
Good
    - {id: coverage, text: 标准覆盖率90%以上, measure: coverage, at_least: 0.9}
Mend
    zh: 改正指标名；没有合适指标的，改用 proof。
    en: Mend the name; where no measure fits, write a `proof`.
Waive
    zh: 不宜豁免：目标无法核对。
    en: Better not: the target cannot be held against anything.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.measure.measures import BY_NAME
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence, did_you_mean

_NAMES = tuple(BY_NAME)


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every target of a measure that does not exist."""
    pilot = appraisal.repository.pilot
    for index, target in enumerate(pilot.targets if pilot else ()):
        if pilot and target.measure and target.measure not in _NAMES:
            yield Finding(
                pilot.at("targets", index, "measure"),
                Sentence(f"没有指标“{target.measure}”", f"no measure {target.measure!r}"),
                did_you_mean(target.measure, _NAMES),
            )


RULE = Rule("PK802", "target-unknown-measure", Severity.ERROR, check)
