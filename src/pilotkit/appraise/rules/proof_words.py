"""PK808 proof-words.

What
    zh: 评分依据或评审问题的 words 不是评分标准原文里的一段。
    en: The `words` of a proof or of a question are no piece of the criterion's text.
Why
    zh: words 指明证明的是官方文字的哪一句；原文里没有的话不能当官方文字印出（design §5）。
    en: `words` says which of the official words are proved; others must not be printed as such.
Bad
    proof: {words: 领导小组, evidence: {kind: 文件}}
Good
    proof: {words: 领导机构, evidence: {kind: 文件}}
Mend
    zh: 照抄 text 里的一段，标点也要一样；找不到对应的就不写 words。
    en: Copy a piece of `text` with its punctuation, or leave `words` out.
Waive
    zh: 不可豁免：会冒充官方文字。
    en: Never: it would pass for official words.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.proofs import every_node
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.location import Location
from pilotkit.model.sentence import Sentence


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield all words that are not in the text of their criterion."""
    repository = appraisal.repository
    for entity, route, proof, criterion in every_node(repository):
        if criterion and proof.words and proof.words not in criterion.text:
            yield _finding(entity.at(*route, "words"), criterion.id, proof.words)
    if table := repository.scoring:
        for at, criterion in table.placed_criteria():
            for index, question in enumerate(criterion.questions):
                if question.words and question.words not in criterion.text:
                    place = table.at(*at, "questions", index, "words")
                    yield _finding(place, criterion.id, question.words)


def _finding(where: Location, criterion: str, words: str) -> Finding:
    return Finding(
        where,
        Sentence(
            f"{criterion} 的原文里没有“{words}”", f"{words!r} is not in the text of {criterion}"
        ),
        Sentence("照抄原文的一段，标点也要一样", "copy a piece of the text, punctuation and all"),
    )


RULE = Rule("PK808", "proof-words", Severity.ERROR, check)
