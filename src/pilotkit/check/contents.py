"""What a standard of a kind must contain, and what a text of that kind leaves out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText
from pilotkit.load.yaml_source import places_of, read_yaml
from pilotkit.model.contents import Contents, ContentsByKind, RequiredElement
from pilotkit.model.entity import Origin
from pilotkit.model.location import Source
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Block, Element, Section, StandardText, lines_of_rows

_PATH = "official/contents.yaml"
# What is required stands in the standard's own chapters, never in 范围 that announces them.
_OWN = frozenset({Element.CORE, Element.ANNEX})
# 受理机构：霁川区民政局；编码：… names what it says before each colon.
_NAMED = re.compile(r"(?:^|[。；])([^，。；：:]{2,15})[：:]")
_TIMED = re.compile(
    "[0-9一二两三四五六七八九十半]+\\s?个?(?:工作日|自然日|日|天|小时|分钟|周|月|h|min|s)"
    "|[0-9]{1,2}[:：][0-9]{2}|[当即次]日|当场|当天|即时"
)
# Whom a step is done for does not do it, unless the words say that he must.
_DOER = re.compile(
    "岗|员|窗口|中心|部门|单位|机构|科|局|室|系统|平台|组|指挥|领导|民警|社工|会计|书记|专干|干[事部]|"
    "(?:主任|[处局股班所站队馆社镇乡]长)|"
    "(?<!申请|当事|领取|代理|对象)(?<![他本法])人(?![民口数次])|人(?:应|可|宜|在|填|提|持|凭|将|向)"
)

# The column of a table of steps that says who does each, and a cell of it that says nobody.
_WHO = re.compile("岗位|责任|谁|人手|人员|经办|承办|主体|部门")
_NOBODY = re.compile(r"[\s—–/-]*")
_OF_COURSE = 3  # clauses with a title make a course, if most of them say who does it


@dataclass(frozen=True)
class _Written:
    """Some sections of a text, and the clauses below each that bear a title."""

    text: StandardText
    sections: Sequence[Section]

    @cached_property
    def names(self) -> str:
        """Where things are named: titles, heads of tables, what bears a colon; a line each."""
        titles = [
            one.title
            for one in self.sections
            if (one.blocks or self.text.clauses_below(one)) and one.title not in self.divided
        ]
        return "\n".join([*titles, *(name for one in self._blocks for name in _names(one))])

    @cached_property
    def divided(self) -> tuple[str, ...]:
        """The titles with titled clauses below, which say what is really written."""
        return tuple(
            one.title
            for one in self.sections
            if any(below.title for below in self.text.clauses_below(one))
        )

    @cached_property
    def words(self) -> str:
        """All that is said, titles too; a line each."""
        said = (_words(one) for one in self._blocks)
        return "\n".join([*(one.title for one in self.sections), *said])

    @property
    def _blocks(self) -> Iterator[Block]:
        return (block for one in self.sections for block in one.blocks)


def contents_of(kind: str, shipped: Mapping[str, bytes]) -> Contents | None:
    """Return what standards of a kind must contain; None where nothing is known of it."""
    every = _contents(shipped[_PATH]).values()
    return next((one for one in every if kind in one.kinds), None)


def elements_left_out(own: OwnText, rule: str) -> Iterator[Finding]:
    """Yield what a text of a rule's kinds leaves out, at its title, one by one.

    Where posts are named at all, each step must say which of them does it; a clause on the course
    or the limits of all of them is no step.
    """
    contents = _contents(own.bundled[_PATH])[rule]
    # A text without any chapter of its own has another fault.
    if own.standard.kind in contents.kinds and own.chapter(Element.CORE):
        yield from _faults(own, contents)


def _faults(own: OwnText, contents: Contents) -> Iterator[Finding]:
    kind = own.standard.kind
    whole = _Written(own.text, [one for one in own.text.sections if one.element in _OWN])
    for element in contents.elements:
        if not _is_written(element, contents, whole):
            name = element.name
            yield own.says_of_title(Sentence(f"{kind}缺“{name}”", f"this {kind} lacks {name!r}"))
        elif element.done_in:
            yield from _undone(own, contents, element.done_in)


def _undone(own: OwnText, contents: Contents, name: str) -> Iterator[Finding]:
    overviews = [one.titles for one in contents.elements if name in {one.name, one.timed_in}]
    for step in _steps(own.text, contents, name):
        for line, row in _rows_of_nobody(own.text, step):
            yield _nobody(own, line, row)
        is_step = (
            step.title and step.blocks and not any(_search(one, step.title) for one in overviews)
        )
        if is_step and not _DOER.search(step.title + "".join(map(_words, step.blocks))):
            yield _nobody(own, step.line, f"{step.number} {step.title}")


def _nobody(own: OwnText, line: int, step: str) -> Finding:
    return own.says(
        line,
        Sentence(
            f"步骤“{step}”没有写由哪个岗位做", f"the step {step} does not say which post does it"
        ),
    )


def _rows_of_nobody(text: StandardText, section: Section) -> Iterator[tuple[int, str]]:
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


def _is_written(element: RequiredElement, contents: Contents, whole: _Written) -> bool:
    """Say whether it is named, as nearly all are, or else said."""
    if _is_named(element, contents, whole):
        return True
    if element.timed_in:
        steps = _Written(whole.text, list(_steps(whole.text, contents, element.timed_in)))
        return not steps.sections or _TIMED.search(steps.words) is not None
    if element.says is not None and _search(element.says, whole.words):
        return True
    is_course = any(one.done_in == element.name for one in contents.elements)
    steps_of = _steps(whole.text, contents, element.name)
    return is_course and any(step.blocks for step in steps_of)


def _steps(text: StandardText, contents: Contents, name: str) -> Iterator[Section]:
    """Yield what stands in the chapters of an element, the chapters themselves too.

    Where none bears its name, a chapter that looks like a course of steps is one.
    """
    chapters = [one for one in text.of(Element.CORE) if one.is_chapter]
    titles = next(one.titles for one in contents.elements if one.name == name)
    named = [one for one in chapters if _search(titles, one.title)]
    for chapter in named or [one for one in chapters if _is_course(text, contents, one)]:
        yield from _inside(text, chapter)


def _inside(text: StandardText, chapter: Section) -> Iterator[Section]:
    """Yield a chapter and all that is below it."""
    inside = False
    for section in text.of(Element.CORE):
        inside = section is chapter if section.is_chapter else inside
        if inside:
            yield section


def _is_course(text: StandardText, contents: Contents, chapter: Section) -> bool:
    """Say whether a chapter without the name of an element shows who does what, step by step."""
    if any(_search(one.titles, chapter.title) for one in contents.elements):
        return False
    sections = [*_inside(text, chapter)]
    steps = [one for one in sections if one is not chapter and one.title and one.blocks]
    done = [one for one in steps if _DOER.search("".join(map(_words, one.blocks)))]
    has_table = any(_who(block) is not None for one in sections for block in one.blocks)
    return has_table or (len(steps) >= _OF_COURSE and 2 * len(done) > len(steps))


@lru_cache(maxsize=2)
def _contents(shipped: bytes) -> dict[str, Contents]:
    origin = Origin(Source(_PATH, shipped, places_of), ())
    read = ContentsByKind.model_validate(read_yaml(_PATH, shipped).data, context=origin)
    return {one.rule: one for one in read.contents}


def _is_named(element: RequiredElement, contents: Contents, whole: _Written) -> bool:
    return _search(element.titles, whole.names) or any(
        _names_alone(title, element, contents) for title in whole.divided
    )


def _names_alone(title: str, element: RequiredElement, contents: Contents) -> bool:
    """Say whether a divided title names this element and no other."""
    others = (one for one in contents.elements if one is not element)
    return _search(element.titles, title) and not any(_search(one.titles, title) for one in others)


def _search(pattern: str, words: str) -> bool:
    return _compiled(pattern).search(words) is not None


@lru_cache(maxsize=1_024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


def _names(block: Block) -> Iterator[str]:
    if block.rows:
        yield from block.rows[0]
        yield from (row[0] for row in block.rows[1:])
    else:
        yield from (named[1] for named in _NAMED.finditer(block.text))


def _words(block: Block) -> str:
    return "，".join(cell for row in block.rows for cell in row) if block.rows else block.text
