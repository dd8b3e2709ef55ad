"""PK809 question-missing.

What
    zh: 评分依据的 judgement 用到的评审问题，本条没有在 questions 里定义。
    en: A judgement names a question that its criterion does not define in `questions`.
Why
    zh: 没有题目，专家无从打分，这一条永远是待评（design §5）。
    en: Experts cannot answer what is not asked; the criterion would stay unassessed for ever.
Bad
    proof: {judgement: {questions: [C9-1-x]}}
Good
    proof: {judgement: {questions: [C9-1-a]}}
Mend
    zh: 改成本条 questions 里的编号，或补上题目。
    en: Write the id of one of its questions, or add the question.
Waive
    zh: 不宜豁免：这部分分拿不到。
    en: Better not: its points cannot be earned.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.proofs import every_node
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence, did_you_mean

_TABLE = Sentence("计分表", "the table")


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every question that is judged and not defined; outside the table any of it will do."""
    repository = appraisal.repository
    every = [one.id for _, each in repository.table.criteria() for one in each.questions]
    for entity, route, proof, criterion in every_node(repository):
        defined = [one.id for one in criterion.questions] if criterion else every
        for index, name in enumerate(proof.judgement.questions if proof.judgement else ()):
            if name not in defined:
                whose = Sentence(f"{criterion.id} ", criterion.id) if criterion else _TABLE
                yield Finding(
                    entity.at(*route, "judgement", "questions", index),
                    Sentence(
                        f"{whose.zh}没有评审问题“{name}”", f"{whose.en} has no question {name!r}"
                    ),
                    did_you_mean(name, defined),
                )


RULE = Rule("PK809", "question-missing", Severity.ERROR, check)
