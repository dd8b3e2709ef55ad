"""PK515 cites-unissued.

What
    zh: 已发布的标准不能引用还没有发布的自编标准。
    en: An issued standard cites no own standard that is not issued.
Why
    zh: 被引用的文件还拿不到，条款就执行不了。
    en: What is not issued cannot be had, and the clause cannot be followed.
Bad
    # 4 要求

    应按Q/BQZW TG 3执行。
Good
    # 4 要求

    应按Q/BQZW TG 2执行。
Mend
    zh: 先发布被引用的标准，或改引已发布的。
    en: Issue the cited one first, or cite one that is issued.
Waive
    zh: 同批待发布的，写明理由和到期日。
    en: Where both are to come out together: with reason and expiry.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.check.texts import OwnText, own_texts
from pilotkit.model.diagnostic import Severity
from pilotkit.model.number import parse_draft
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.model.standard import Standard
from pilotkit.text.citations import Citation


def check(repository: Repository) -> Iterator[Finding]:
    """Yield the first place at which an issued text cites an own standard that is not out."""
    for own in own_texts(repository):
        if own.standard.issued_on(repository.day):
            said: set[str] = set()
            for one in own.citations:
                cited = _unissued(repository, one) if one.is_in_body or one.is_listed else None
                if cited and cited.id not in said and cited.id != own.standard.id:
                    said.add(cited.id)
                    yield _finding(own, one, cited)


def _unissued(repository: Repository, one: Citation) -> Standard | None:
    cited = repository.standard_by_number(one.cited.number.dated)
    if not isinstance(cited, Standard) or not cited.number:
        return None
    bears = parse_draft(cited.number)
    is_its_own = bears is not None and bears.family == one.cited.number.family
    is_out = cited.issued_on(repository.day) or cited.withdrawn_on(repository.day)
    return cited if is_its_own and not is_out else None


def _finding(own: OwnText, one: Citation, cited: Standard) -> Finding:
    written = one.cited.written
    return own.says(
        one.line,
        Sentence(
            f"引用的“{written}”《{cited.title}》还没有发布",
            f"{written!r} ({cited.id}) is cited and not issued yet",
        ),
        column=one.cited.column,
    )


RULE = Rule("PK515", "cites-unissued", Severity.WARNING, check)
