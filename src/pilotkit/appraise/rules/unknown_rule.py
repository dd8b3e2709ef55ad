"""PK818 unknown-rule.

What
    zh: 决定、豁免（waivers）和级别设置（policy）里写的规则，必须是本工具的规则。
    en: The rule of a decision, of a waiver and of `policy` must be one that there is.
Why
    zh: 规则写错的，什么也没有决定、豁免，问题照样列出（灞政办发〔2021〕48号 阶段五）。
    en: On a rule that is not there nothing is decided or waived; the matter stays on the list.
Bad
    rule: missing-guid
Good
    rule: missing-guide
Mend
    zh: 改正规则名，全部规则见 pilot explain --all；决定是对这一类问题都作的，删去 rule。
    en: Mend the name, pilot explain --all has all; a decision on all of a kind has no `rule`.
Waive
    zh: 不宜豁免：写错的地方不起作用。
    en: Better not: what names the rule has no effect.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.check.runner import EVERY
from pilotkit.load.refusals import REFUSALS
from pilotkit.model.diagnostic import Severity
from pilotkit.model.location import Location
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean

_CODE, _NAME = "PK818", "unknown-rule"


def knowing(others: Iterable[Rule[Any]]) -> Rule[Appraisal]:
    """Return the rule that knows the others of this layer, all below it, and itself."""
    rules = [name for rule in (*EVERY, *others) for name in (rule.name, rule.code)]
    return Rule(_CODE, _NAME, Severity.WARNING, _check((_NAME, _CODE, *rules, *REFUSALS)))


def _check(known: tuple[str, ...]) -> Callable[[Appraisal], Iterator[Finding]]:
    def check(appraisal: Appraisal) -> Iterator[Finding]:
        """Yield every name of a rule, in the pilot and in decisions, that there is not."""
        for place, name in _named(appraisal.repository):
            if name not in known:
                yield Finding(
                    place,
                    Sentence(f"没有规则“{name}”", f"no rule is called {name!r}"),
                    did_you_mean(name, known),
                )

    return check


def _named(repository: Repository) -> Iterator[tuple[Location, str]]:
    if pilot := repository.pilot:
        yield from ((pilot.at_key("policy", name), name) for name in pilot.policy)
        for index, waiver in enumerate(pilot.waivers):
            yield pilot.at("waivers", index, "rule"), waiver.rule
    for decision in repository.decisions:
        if decision.rule is not None:
            yield decision.at("rule"), decision.rule
