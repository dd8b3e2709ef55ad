"""PK213 added-word.

What
    zh: 本试点在 pilot.yaml 里增补了封闭词表之外的词；列出来，供查看。
    en: This pilot adds words to the closed lists in pilot.yaml; they are named for the reader.
Why
    zh: 增补的词不在工具的评分依据里，别的试点也不认（design §3）。
    en: No proof of the tool's table asks for an added word, and no other pilot knows it.
Bad
    doc_types: [考察报告]
Good
    doc_types: []
Mend
    zh: 词表里已有同义的词时，改用词表里的；确需增补的，保留即可。
    en: Use a word of the list where one says the same; keep an addition that is needed.
Waive
    zh: 只是提示，不影响结果；不想再看到的，写明理由和到期日。
    en: It is only a note; waive it with a reason and an expiry to see it no more.
"""

from collections.abc import Iterator

from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_LISTS = {"doc_types": "文件类型", "meeting_types": "会议类型", "standard_kinds": "标准种类"}


def check(repository: Repository) -> Iterator[Finding]:
    """Yield every word that the pilot adds to a closed list."""
    if (pilot := repository.pilot) is None:
        return
    for name, called in _LISTS.items():
        for index, word in enumerate(getattr(pilot.vocabulary, name)):
            message = Sentence(f"{called}增补了“{word}”", f"{word!r} is added to {name}")
            if word in getattr(repository.vocabulary, name):
                message = Sentence(
                    f"{called}里已有“{word}”，不必增补", f"{word!r} is in {name} already"
                )
            yield Finding(pilot.at("vocabulary", name, index), message)


RULE = Rule("PK213", "added-word", Severity.NOTE, check)
