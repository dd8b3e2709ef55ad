"""PK414 law-not-in-force.

What
    zh: 自编标准引用的法律、法规、文件，在截至日期现行有效；正文用书名号、文号引的也算。
    en: The laws and documents that an own standard cites, also in its text, are in force.
Why
    zh: 计分表 C8-1：标准与相关法律法规协调统一；依据废止了，标准要跟着修订。
    en: C8-1: standards agree with the law; where their ground is gone they must be revised.
Bad
    citations: [《市场主体登记管理暂行办法》]
Good
    citations: [《市场主体登记管理条例》]
Mend
    zh: 核对新法后修订标准，改引新法；法规没有废止的，改正 data/laws/ 的日期。
    en: Revise the standard by the new law and cite that; mend data/laws/ where it is wrong.
Waive
    zh: 修订已立项的，写明计划和到期日；评分仍不认。
    en: While a revision is planned: with the plan and an expiry; the score does not follow.
"""

from collections.abc import Iterator
from datetime import date

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.law import Law
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence
from pilotkit.text.law_citations import law_key, laws_by_citation, laws_cited, named_in


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every citation of a law of which no record is in force, in `citations` and texts."""
    laws = laws_by_citation(repository)
    day = repository.day
    gone = {
        key: named[-1]
        for key, named in laws.items()
        if not any(law.in_force_on(day) for law in named)
    }
    for standard in repository.standards if gone else ():
        if standard.withdrawn_on(day):
            continue
        places = {
            gone[law_key(cited)].id: (cited, standard.at("citations", index))
            for index, cited in reversed([*enumerate(standard.citations)])
            if law_key(cited) in gone
        }
        # Most texts name none of them: only the others are taken apart.
        if any(key in gone for key in named_in(standard.text)):
            for one in laws_cited(standard.text):
                if one.key in gone:
                    place = standard.at_line(one.line, one.column)
                    places.setdefault(gone[one.key].id, (one.written, place))
        for id_, (cited, location) in sorted(places.items(), key=lambda one: one[1][1]):
            law = repository.laws_by_id[id_]
            yield Finding(
                location,
                _said(cited, law, day),
                _instead(law),
                repository.owner_of(standard),
                (standard.id,),
            )


def _said(cited: str, law: Law, day: date) -> Sentence:
    if law.withdrawn and law.withdrawn <= day:
        return Sentence(
            f"“{cited}”已于 {law.withdrawn} 废止", f"{cited!r} was withdrawn on {law.withdrawn}"
        )
    return Sentence(
        f"“{cited}”到 {law.effective} 才施行", f"{cited!r} is in force from {law.effective} only"
    )


def _instead(law: Law) -> Sentence | None:
    name = law.replaced_by
    return Sentence(f"代替它的是 {name}", f"it was replaced by {name}") if name else None


RULE = Rule("PK414", "law-not-in-force", Severity.WARNING, check)
