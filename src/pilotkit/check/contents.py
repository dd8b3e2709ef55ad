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
from pilotkit.text.structure import Block, Element, Section, StandardText

_PATH = "official/contents.yaml"
# What is required stands in the standard's own chapters, never in 范围 that announces them.
_OWN = frozenset({Element.CORE, Element.ANNEX})
# 受理机构：霁川区民政局 names what it says before the colon.
_NAMED = re.compile(r"([^，。；：:]{2,15})[：:]")
_TIMED = re.compile(
    "[0-9一二两三四五六七八九十半]+\\s?个?(?:工作日|自然日|日|天|小时|分钟|周|月|h|min|s)"
    "|[0-9]{1,2}[:：][0-9]{2}|[当即次]日|当场|当天|即时"
)
# Whom a step is done for does not do it, unless the words say that he must.
_DOER = re.compile(
    "岗|员|窗口|中心|部门|单位|机构|科|局|室|系统|平台|组|指挥|领导|(?:主任|[处局股班]长)|"
    "(?<!申请|当事|领取|代理|对象)(?<![他本法])人(?![民口数次])|人(?:应|可|宜|在|填|提|持|凭|将|向)"
)


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
        is_step = (
            step.title and step.blocks and not any(_search(one, step.title) for one in overviews)
        )
        if is_step and not _DOER.search(step.title + "".join(map(_words, step.blocks))):
            number, title = step.number, step.title
            yield own.says(
                step.line,
                Sentence(
                    f"步骤“{number} {title}”没有写由哪个岗位做",
                    f"the step {number} {title} does not say which post does it",
                ),
            )


def _is_written(element: RequiredElement, contents: Contents, whole: _Written) -> bool:
    if element.timed_in:
        steps = _Written(whole.text, list(_steps(whole.text, contents, element.timed_in)))
        said = not steps.sections or _TIMED.search(steps.words) is not None
    else:
        said = element.says is not None and _search(element.says, whole.words)
    return said or _is_named(element, contents, whole)


def _steps(text: StandardText, contents: Contents, name: str) -> Iterator[Section]:
    """Yield what stands in the chapters of an element, the chapters themselves too."""
    titles = next(one.titles for one in contents.elements if one.name == name)
    inside = False
    for section in text.of(Element.CORE):
        inside = _search(titles, section.title) if section.is_chapter else inside
        if inside:
            yield section


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
    elif named := _NAMED.match(block.text):
        yield named[1]


def _words(block: Block) -> str:
    return "，".join(cell for row in block.rows for cell in row) if block.rows else block.text
