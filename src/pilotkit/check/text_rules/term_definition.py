"""PK548 term-definition.

What
    zh: 术语条目要有英文对应词和定义；定义不以“是”“指”“是指”起，不重复术语本身。
    en: A term has its English and its definition; that begins with no 是指, nor repeats the term.
Why
    zh: 按GB/T 1.1—2020、GB/T 20001.1惯例：条目有术语、英文对应词和定义，定义应能代替术语。
    en: GB/T 1.1—2020, GB/T 20001.1: an entry has all three; a definition can replace its term.
Bad
    是指派遣单位把劳动者派往用工单位的用工形式。
Good
    派遣单位把劳动者派往用工单位的用工形式。
Mend
    zh: 去掉句首的“是指”，改写重复术语的部分；缺定义的补上。
    en: Take the 是指 away, put the term into other words, add what is missing.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

import re
from collections.abc import Iterator

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.terms import Term, terms_of

# 指导, 是否, 即时: other words.
_IS = re.compile(
    "(?:是|系)指|是(?![否非])|指(?![导引定标示挥数南明派纹令向望认控代针点摹战责出教使])"
    "|即(?![时将刻日席使期兴办])|所谓"
)
_LONG = 3  # signs of a term that is a part of no other word


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the entries without English or a definition, and definitions that are none."""
    for term in terms_of(own.standard.text):
        if not term.english:
            yield own.says(
                term.line,
                Sentence(
                    f"术语“{term.name}”缺英文对应词", f"the term {term.name!r} has no English"
                ),
                Sentence("写在术语后面，空一格", "write it behind the term, after a space"),
            )
        for said, remedy in _faults(term):
            yield own.says(term.said_at, said, remedy, column=term.column)


def _faults(term: Term) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield what is wrong with a definition, and what mends it: one thing at a time."""
    name = term.name
    if not term.definition:
        said = Sentence(f"术语“{name}”没有定义", f"the term {name!r} has no definition")
        yield said, Sentence("在下一段写定义", "define it in the paragraph below")
    elif found := _IS.match(term.definition):
        word = found[0]
        said = Sentence(f"定义不应以“{word}”起", f"a definition does not begin with {word!r}")
        yield said, Sentence(f"去掉句首的“{word}”", f"take {word!r} away")
    elif _repeats(term):
        said = Sentence(f"定义重复了术语“{name}”", f"the definition repeats the term {name!r}")
        yield said, Sentence("改用别的词说明它是什么", "say in other words what it is")


def _repeats(term: Term) -> bool:
    """Say whether the term is in its definition; a short one may be a part of another word."""
    key, meaning = term.key, term.meaning
    if len(key) >= _LONG:
        return key in meaning
    return bool(key) and (meaning.startswith(key) or meaning.endswith(key))


RULE = TextRule("PK548", "term-definition", Severity.WARNING, check)
