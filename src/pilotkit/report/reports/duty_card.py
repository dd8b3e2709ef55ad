"""岗位应知应会卡: what every post does, how, to which degree, by which standards."""

from collections.abc import Iterator

from pilotkit.model.post import Post
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document, numbered_title
from pilotkit.report.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    row,
)
from pilotkit.report.report import Report

_TITLE = Sentence("岗位应知应会卡", "Duty cards")
_PURPOSE = Sentence(
    "每个岗位一张：做什么、怎么做、做到什么程度、按哪些标准",
    "a card for each post: what, how, how well, by which standards",
)


def build(case: Case) -> Document:
    """Build a card a post."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    posts = sorted(case.repository.living_posts, key=lambda one: (case.unit_name(one.unit), one.id))
    if not posts:
        yield Paragraph(
            case.say(
                "岗位还没有登记。每个岗位写明做什么、怎么做、做到什么程度、由谁来考核监督、与相邻岗位"
                "有什么关系，并列出所依据的标准后，即可生成本卡。",
                "No post is on record yet. A card needs the five statements of a post and its"
                " standards.",
            )
        )
    for post in posts:
        unit = case.unit_name(post.unit)
        # Most posts begin with the name of their unit.
        yield Heading(1, post.name if post.name.startswith(unit) else f"{unit} {post.name}")
        yield _card(case, post)


def _card(case: Case, post: Post) -> Table:
    columns = (
        Column(case.say("栏目", "Field"), width=24),
        Column(case.say("内容", "Content"), width=76),
    )
    return Table("", columns, tuple(_lines(case, post)), form=True)


def _lines(case: Case, post: Post) -> Iterator[Row]:
    say = case.say
    by = post.assessed_by
    assessor = case.repository.posts_by_id.get(by or "")
    who = assessor.name if assessor else case.unit_name(by) if by else None
    yield _line(case, say("做什么", "What"), post.does)
    yield _line(case, say("怎么做", "How"), post.how)
    yield _line(case, say("做到什么程度", "To which degree"), post.degree)
    yield _line(case, say("由谁来考核监督", "Assessed by"), who)
    yield _line(case, say("与相邻岗位的关系", "Neighbours"), "\n".join(_neighbours(case, post)))
    yield _line(case, say("应掌握的标准", "Standards to know"), "\n".join(_standards(case, post)))
    yield row(say("在岗人数", "Holders"), post.holders)


def _line(case: Case, label: str, text: str | None) -> Row:
    return row(label, text or Cell(case.say("未写明", "not stated"), tone="bad"))


def _neighbours(case: Case, post: Post) -> Iterator[str]:
    for one in post.adjacent:
        other = case.repository.posts_by_id.get(one.post)
        name = other.name if other else one.post
        yield case.say(f"{name}：{one.relation}", f"{name}: {one.relation}")


def _standards(case: Case, post: Post) -> Iterator[str]:
    for id_ in post.standards:
        found = case.repository.standards_by_id.get(id_)
        yield numbered_title(found.number, found.title) if found else id_


REPORT = Report("duty-card", _TITLE, _PURPOSE, build)
