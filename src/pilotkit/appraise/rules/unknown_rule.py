"""PK818 unknown-rule.

What
    zh: 决定的 rule 必须是本工具的规则。
    en: The `rule` of a decision must be one that there is.
Why
    zh: 规则写错的决定什么也没有决定，清单里照样列出（灞政办发〔2021〕48号 阶段五）。
    en: A decision on a rule that is not there decides nothing; the matter stays on the list.
Bad
    rule: missing-guid
Good
    rule: missing-guide
Mend
    zh: 改正规则名；对这一类问题都作决定的，删去 rule。
    en: Mend the name; leave `rule` out to decide all of the kind.
Waive
    zh: 不宜豁免：这份决定不起作用。
    en: Better not: the decision has no effect.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.names import BUILT
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence, did_you_mean


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every decision that names a rule that there is not."""
    for decision in appraisal.repository.decisions:
        if decision.rule is not None and decision.rule not in BUILT:
            yield Finding(
                decision.at("rule"),
                Sentence(f"没有规则“{decision.rule}”", f"no rule is called {decision.rule!r}"),
                did_you_mean(decision.rule, sorted(BUILT)),
            )


RULE = Rule("PK818", "unknown-rule", Severity.WARNING, check)
