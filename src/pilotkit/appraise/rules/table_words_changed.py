"""PK805 table-words-changed.

What
    zh: data/scoring.yaml 里的官方文字、指标名称或文字出处（prov）被改动。
    en: Official words, a name of an indicator or the provenance of words was changed.
Why
    zh: 计分表要照 国标委服务联〔2013〕61号 的原文印出；改过的文字会冒充官方文字。
    en: Every report prints these words as those of the source; changed ones would pass for them.
Bad
    text: 明确了试点领导机构，得1分
Good
    text: 明确了标准化试点领导机构及职责，得1分
Mend
    zh: 恢复原文；自己的理解写在 reading 里。
    en: Restore the words of the source; write your own understanding to `reading`.
Waive
    zh: 不宜豁免：适用另一张官方表的，请换整张表并注明来源。
    en: Better not; where another official table applies, replace the whole and name its source.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.score.changes import placed_changes


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every change of words that pass for official."""
    for change in placed_changes(appraisal.repository):
        if change.of_words:
            yield Finding(
                change.entity.at(*change.route),
                change.said,
                Sentence(
                    "恢复原文，自己的理解写在 reading",
                    "restore the source's words; yours go to `reading`",
                ),
            )


RULE = Rule("PK805", "table-words-changed", Severity.ERROR, check)
