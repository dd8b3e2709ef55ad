"""PK625 verifier-is-owner.

What
    zh: 不合格项的验证人不能是责任人自己。
    en: Who verifies a nonconformity is not who owns it.
Why
    zh: 自己验证自己不算验证，这样的关闭什么也证明不了，所以不计分（内审员不审自己的工作）。
    en: To verify oneself proves nothing: the record does not count.
Bad
    verified_by: zhang-san
Good
    verified_by: li-si
Mend
    zh: 换人验证，重写 verified_by 和 verified_on。
    en: Let another verify it; write both fields anew.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator

from pilotkit.check.recorded import recorded
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every nonconformity that its owner verified."""
    for record in recorded(repository, Nonconformity):
        owner, by = record.owner, record.verified_by
        if owner and by and repository.unit_id(owner.strip()) == repository.unit_id(by.strip()):
            yield Finding(
                record.at("verified_by"),
                Sentence(f"验证人“{by}”就是责任人", f"{by!r} verified what is its own"),
                unit=repository.owner_of(record),
            )


RULE = Rule("PK625", "verifier-is-owner", Severity.ERROR, check)
