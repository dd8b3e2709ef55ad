"""PK814 record-serves-nothing.

What
    zh: 这份材料有效，但没有任何评分条目、任务产出或目标用得上它。
    en: A record counts, and no criterion, output of a task or target rests on it.
Why
    zh: 多半是类型或字段没写全，写对了就能用上；材料汇编也不知道放哪里（计分表）。
    en: Its type or a field is probably not what a proof asks for; the binder has no place for it.
Bad
    doc_types: [任务书]
Good
    doc_types: [经费长效机制]
Mend
    zh: 核对 kind 和 doc_types、stage 等字段；确属留存备查的，不必改。
    en: Check its kind and fields; what is only kept for the file may stay as it is.
Waive
    zh: 留存备查的，可以豁免。
    en: What is only kept for the file.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.asks import Ask, read_by, read_by_measure
from pilotkit.appraise.service import Readers, ids_found
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.plan import Phase
from pilotkit.model.repository import Repository
from pilotkit.model.scoring import Scoring
from pilotkit.model.sentence import Sentence

_KEYS = ("confirmed", "authorized")


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every record that counts and serves nothing."""
    repository = appraisal.repository
    results = appraisal.every_result
    asks = _targeted(appraisal).union(*(read_by(one.proof) for one in results))
    readers = Readers(ids_found(results, repository) | _confirming(repository), asks, repository)
    for record in appraisal.basis.counting:
        # What names a criterion is told by another rule that it cannot serve it.
        if not record.criteria and not readers.take(record):
            yield Finding(
                record.at("kind"),
                Sentence(
                    f"“{record.title}”（{record.kind}）没有评分条目、任务或目标用得上",
                    f"{record.id} serves no criterion, task or target",
                ),
                Sentence(
                    "核对类型和字段；只是留存的不必改", "check its type and fields, or keep it so"
                ),
                unit=repository.owner_of(record),
            )


def _confirming(repository: Repository) -> frozenset[str]:
    """Return the evidence by which items were confirmed or authorized."""
    said = (getattr(item, key, None) for item in repository.items for key in _KEYS)
    return frozenset(one.evidence for one in said if one and one.evidence)


def _targeted(appraisal: Appraisal) -> frozenset[Ask]:
    """Return the evidence that the measures of targets read."""
    pilot = appraisal.repository.pilot
    names = [one.measure for one in pilot.targets if one.measure] if pilot else []
    return frozenset(ask for name in names for ask in read_by_measure(name))


RULE = Rule("PK814", "record-serves-nothing", Severity.NOTE, check, needs=(Phase, Scoring))
