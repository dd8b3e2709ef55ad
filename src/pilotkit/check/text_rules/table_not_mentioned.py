"""PK526 table-not-mentioned.

What
    zh: 每幅表、图在条文里都要提及。
    en: Every table and figure is mentioned in the text.
Why
    zh: 按GB/T 1.1—2020惯例：表、图由条文引出，写明怎么用它。
    en: GB/T 1.1—2020: the clauses lead to it and say how it applies.
Bad
    时限见下表。

    表1 时限
Good
    时限见表1。

    表1 时限
Mend
    zh: 在条文里写“见表1”或“应符合表1的规定”。
    en: Lead to it from the clause by its number.
Waive
    zh: 不宜豁免。
    en: Better not.
"""

from collections.abc import Iterator
from operator import itemgetter

from pilotkit.check.labels import labelled_in
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText, TextRule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.sentence import Sentence
from pilotkit.text.blocks import Kind
from pilotkit.text.mentions import mentions_of
from pilotkit.text.structure import Element

_LABELLED = (Kind.TABLE, Kind.FIGURE)


def check(own: OwnText) -> Iterator[Finding]:
    """Yield the first caption of every label that stands nowhere else."""
    captions = [
        block
        for section in own.text.sections_with(*_LABELLED)
        for block in section.blocks
        if block.kind in _LABELLED and block.label and section.element is not Element.CONTENTS
    ]
    first = {one.label: one.line for one in reversed(captions)}
    places = {one.line for one in captions} | {one.image.line for one in captions if one.image}
    mentioned = {
        one.label
        for one in (mentions_of(own.standard.text) if captions else ())
        if one.line not in places and one.section
    }
    unmentioned = first.keys() - mentioned
    if unmentioned:
        # One with a wrong number is mentioned by the right one: another rule says so.
        meant = {one.label: one.expected for one in labelled_in(own.text)}
        unmentioned -= {one for one in unmentioned if meant.get(one) in mentioned - first.keys()}
    for label, line in sorted(first.items(), key=itemgetter(1)):
        if label in unmentioned:
            yield own.says(
                line,
                Sentence(f"正文没有提及{label}", f"{label} is nowhere mentioned"),
                Sentence(
                    f"在条文里写“见{label}”或“应符合{label}的规定”",
                    f"write 见{label} or 应符合{label}的规定 where it applies",
                ),
            )


RULE = TextRule("PK526", "table-not-mentioned", Severity.WARNING, check)
