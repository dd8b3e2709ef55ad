"""Courses of steps: where a text tells them, and which steps do not say who does them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pilotkit.check.written import search, words_of
from pilotkit.model.contents import Contents
from pilotkit.text.blocks import Block, lines_of_rows
from pilotkit.text.structure import Element, Section, StandardText

# Whom a step is done for does not do it, unless the words say that he must; a body does it where
# it is the subject: 卫生站在…申报, not 到社区公示.
_DOER = re.compile(
    "岗|员|窗口|中心|部门|单位|机构|科|局|室|系统|平台|组|指挥|领导|民警|社工|会计|书记|专干|干[事部]|"
    "主任|长(?<=[处局股班所站队馆社镇乡]长)|"
    "(?:^|[。；，：]|由)[^。；，：在到向给对从往经由]{0,10}"
    "(?:站|(?<![场处])所|[院校馆]|社区|街道|[镇乡村]|委会|办事处)"
    "[应宜在于将每按当负收核审填申张入通发出登提报]|"
    "人(?:(?<!申请人|当事人|领取人|代理人|对象人)(?<![他本法]人)(?![民口数次])|[应可宜在填提持凭将向])",
    re.MULTILINE,
)
_TIMED = re.compile(
    "[0-9一二两三四五六七八九十半]+\\s?个?(?:工作日|自然日|日|天|小时|分钟|周|月|h|min|s)"
    "|[0-9]{1,2}[:：][0-9]{2}|[当即次]日|当场|当天|即时"
)

# The column of a table of steps that says who does each, and a cell of it that says nobody.
_WHO = re.compile("岗位|责任|谁|人手|人员|经办|承办|主体|部门")
_NOBODY = re.compile(r"[\s—–/-]*")
# So many clauses make a course: with titles if most of them say who does it, else if all say when.
_OF_COURSE = 3


class Courses:
    """The courses of one text, each looked for once."""

    def __init__(self, text: StandardText, contents: Contents) -> None:
        self._text = text
        self._contents = contents
        self._found: dict[str, tuple[Section, ...]] = {}

    def of(self, name: str) -> tuple[Section, ...]:
        """Return what stands in the chapters of an element, the chapters themselves too.

        Where none bears its name, a chapter that looks like a course of steps is one.
        """
        if name not in self._found:
            self._found[name] = tuple(self._look_for(name))
        return self._found[name]

    def _look_for(self, name: str) -> Iterator[Section]:
        chapters = [one for one in self._text.of(Element.CORE) if one.is_chapter]
        titles = next(one.titles for one in self._contents.elements if one.name == name)
        named = [one for one in chapters if search(titles, one.title)]
        for chapter in named or self._unnamed(chapters):
            yield from self._inside(chapter)

    def _unnamed(self, chapters: Iterable[Section]) -> Sequence[Section]:
        """Return the chapters without the name of an element that show who does what, by steps."""
        titles = [one.titles for one in self._contents.elements]
        others = [
            (one, [*self._inside(one)])
            for one in chapters
            if not any(search(title, one.title) for title in titles)
        ]
        acts = sum(len(inside) - 1 for _, inside in others if _acts(inside))
        return [
            chapter
            for chapter, inside in others
            if _is_course(inside) or (acts >= _OF_COURSE and _acts(inside))
        ]

    def _inside(self, chapter: Section) -> Iterator[Section]:
        """Yield a chapter and all that is below it."""
        inside = False
        for section in self._text.of(Element.CORE):
            inside = section is chapter if section.is_chapter else inside
            if inside:
                yield section


def _is_course(inside: Sequence[Section]) -> bool:
    """Say whether most of the titled clauses of a chapter say who does them, or a table does."""
    steps = [one for one in inside[1:] if one.title and one.blocks]
    done = [one for one in steps if _DOER.search(_said(one.blocks))]
    has_table = any(_who(block) is not None for one in inside for block in one.blocks)
    return has_table or (len(steps) >= _OF_COURSE and 2 * len(done) > len(steps))


def _acts(inside: Sequence[Section]) -> bool:
    """Say whether all clauses of a chapter, without titles, say who does something and by when."""
    return len(inside) > 1 and all(
        not one.title and has_doer(one) and is_timed(_said(one.blocks)) for one in inside[1:]
    )


def _said(blocks: Iterable[Block]) -> str:
    return "\n".join(map(words_of, blocks))


def has_doer(step: Section) -> bool:
    """Say whether a step says who does it."""
    return _DOER.search(f"{step.title}\n{_said(step.blocks)}") is not None


def is_timed(words: str) -> bool:
    """Say whether some words say how long something takes, or when it is done."""
    return _TIMED.search(words) is not None


def rows_of_nobody(text: StandardText, section: Section) -> Iterator[tuple[int, str]]:
    """Yield the rows of a section's tables whose column of posts is empty, with their names."""
    for block in section.blocks:
        column = _who(block)
        if column is not None:
            rows = zip(lines_of_rows(block, text.lines), block.rows[1:], strict=False)
            yield from (
                (line, " ".join(row[:column] or row[1:2]))
                for line, row in rows
                if len(row) > column and _NOBODY.fullmatch(row[column])
            )


def _who(block: Block) -> int | None:
    """Return the column of a table that says who does what."""
    head = block.rows[0] if block.rows else ()
    return next((at for at, title in enumerate(head) if _WHO.search(title)), None)
