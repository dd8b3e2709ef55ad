"""PK212 unknown-word.

What
    zh: 文件类型、会议类型和标准种类只能用封闭词表里的词，或本试点在 pilot.yaml 里增补的词。
    en: Types of documents and meetings and kinds of standards are words of the closed lists.
Why
    zh: 评分依据按这些词找材料；一个错字就找不到（design §3、§5）。
    en: Proofs find evidence by these words; one wrong character and it is not found.
Bad
    doc_types: [实施方安]
Good
    doc_types: [实施方案, 领导机构]
Mend
    zh: 改用词表里的词；确需新词的，写入 data/pilot.yaml 的 vocabulary。
    en: Write a word of the list; add a word that is needed to `vocabulary` of pilot.yaml.
Waive
    zh: 不宜豁免：增补到 vocabulary 即可。
    en: Better not: adding it to `vocabulary` is enough.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.entity import Entity
from pilotkit.model.evidence.meeting import Meeting
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.location import Route
from pilotkit.model.pilot import Pilot
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence, did_you_mean

Words = Iterator[tuple[Entity, Route, str]]


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every word that is in no list."""
    for name, called, words in (
        ("doc_types", "文件类型", _document_types(repository)),
        ("meeting_types", "会议类型", _meeting_types(repository)),
        ("standard_kinds", "标准种类", _kinds(repository)),
    ):
        known = dict.fromkeys(repository.words(name))
        for record, route, word in words:
            if word not in known:
                yield Finding(
                    record.at(*route),
                    Sentence(f"{called}里没有“{word}”", f"{word!r} is none of the {name}"),
                    did_you_mean(word, tuple(known)),
                    repository.owner_of(record),
                )


def _document_types(repository: Repository) -> Words:
    for record in repository.evidence_of(OfficialDocument):
        for index, word in enumerate(record.doc_types):
            yield record, ("doc_types", index), word


def _meeting_types(repository: Repository) -> Words:
    for record in repository.evidence_of(Meeting):
        yield record, ("meeting_type",), record.meeting_type


def _kinds(repository: Repository) -> Words:
    for standard in repository.all_standards:
        if standard.kind is not None:
            yield standard, ("kind",), standard.kind


RULE = Rule("PK212", "unknown-word", Severity.ERROR, check, ("coverage",), needs=(Pilot,))
