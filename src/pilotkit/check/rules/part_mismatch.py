"""PK404 part-mismatch.

What
    zh: 标题写“第N部分”的，标准号里也是 .N。
    en: A title that says 第N部分 has .N in its number.
Why
    zh: 分部分的标准号在顺序号后加“.部分号”（按GB/T 1.1—2020惯例）；对不上就是抄错了一处。
    en: By the custom of GB/T 1.1—2020 the part stands in the number: one of the two is miscopied.
Bad
    - {number: GB/T 32170.2—2015, title: 政务服务中心标准化工作指南 第1部分：标准体系}
Good
    - {number: GB/T 32170.2—2015, title: 政务服务中心标准化工作指南 第2部分：标准体系}
Mend
    zh: 照标准封面改正标题或标准号。
    en: Mend title or number from the cover.
Waive
    zh: 封面本身印错的，注明并写到期日。
    en: Where the cover itself is misprinted: with a note and an expiry.
"""

from collections.abc import Iterator

from pilotkit.check.parts import part_in
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.location import Route
from pilotkit.model.number import parse_draft
from pilotkit.model.repository import AnyStandard, Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import AdoptedStandard


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every title whose part is not that of its number."""
    for standard, route, number, title in _titled(repository):
        said = part_in(title)
        read = parse_draft(number) if said else None
        if said and read and said.is_other_than(read):
            yield Finding(
                standard.at(*route),
                Sentence(
                    f"标题是“{said.written}”，标准号是“{number}”",
                    f"{said.written}, but number {number!r}",
                ),
                unit=repository.owner_of(standard),
            )


def _titled(repository: Repository) -> Iterator[tuple[AnyStandard, Route, str, str]]:
    for standard in repository.all_standards:
        if standard.number is not None:
            yield standard, ("title",), standard.number, standard.title
        if isinstance(standard, AdoptedStandard):
            for index, edition in enumerate(standard.editions):
                if edition.title is not None:
                    yield standard, ("editions", index, "title"), edition.number, edition.title


def _rests_on(repository: Repository) -> object:
    return repository.all_standards, repository.unit_ids


RULE = Rule("PK404", "part-mismatch", Severity.ERROR, check, rests_on=_rests_on)
