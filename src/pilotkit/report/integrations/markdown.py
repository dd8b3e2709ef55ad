"""For a pull request or a meeting: the four lists and the decisions as tables."""

from collections.abc import Iterator

from pilotkit.model.decision import Decision
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.plan.integration import KINDS, Integration, Matter, matter_of
from pilotkit.report.escape import markdown_text
from pilotkit.report.integrations.text import TITLES, owner_of, sides_of
from pilotkit.report.standing import markdown_head

_HEAD = Sentence(
    "| 问题 | 位置 | 拟办 | 责任单位 |", "| matter | place | proposed decision | owner |"
)
_DECIDED = Sentence(
    "| 类别 | 各方 | 问题 | 决定 | 理由 | 决定者 | 日期 |",
    "| kind | sides | matter | decision | reason | by | date |",
)


def render(integration: Integration, repository: Repository, lang: Lang) -> str:
    """Render the lists as Markdown."""
    lines = markdown_head(repository, lang)
    for kind in KINDS:
        matters = integration.of(kind)
        lines += [f"## {TITLES[kind].to(lang)} {len(matters)}", ""]
        if matters:
            lines += [_HEAD.to(lang), "| --- | --- | --- | --- |"]
            lines += [*(_matter(one, repository, lang) for one in matters), ""]
    return "\n".join([*lines, *_decisions(integration, repository, lang)])


def _matter(one: Matter, repository: Repository, lang: Lang) -> str:
    said = one.finding.message.to(lang)
    where, owner = str(one.finding.location), owner_of(one, repository)
    return f"| {' | '.join(map(markdown_text, (said, where, one.proposed, owner)))} |"


def _decisions(integration: Integration, repository: Repository, lang: Lang) -> Iterator[str]:
    title = Sentence("已决定", "decided").to(lang)
    yield from (f"## {title} {len(integration.decided)}", "")
    if integration.decided:
        yield from (_DECIDED.to(lang), "| --- | --- | --- | --- | --- | --- | --- |")
        yield from (_decision(one, repository, lang) for one in integration.decided)
        yield ""


def _decision(one: Decision, repository: Repository, lang: Lang) -> str:
    matter, day = matter_of(one), one.date.isoformat()
    said = matter.to(lang) if matter else "—"
    cells = (one.kind, sides_of(one, repository, lang), said, one.decision, one.reason, one.by, day)
    return f"| {' | '.join(map(markdown_text, cells))} |"
