"""What a standard of a kind must contain, and what a text of that kind leaves out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pilotkit.check.courses import Courses, has_doer, is_timed, rows_of_nobody
from pilotkit.check.rule import Finding
from pilotkit.check.texts import OwnText
from pilotkit.check.written import Written, search
from pilotkit.load.yaml_source import places_of, read_yaml
from pilotkit.model.contents import Contents, ContentsByKind, RequiredElement
from pilotkit.model.entity import Origin
from pilotkit.model.location import Source
from pilotkit.model.sentence import Sentence
from pilotkit.text.structure import Element, Section

_PATH = "official/contents.yaml"
# What is required stands in the standard's own chapters, never in 范围 that announces them.
_OWN = frozenset({Element.CORE, Element.ANNEX})
_SHOWN = 3  # of the titles that name no element


@dataclass(frozen=True)
class _Held:
    """A text held against what its kind must contain."""

    own: OwnText
    contents: Contents

    @cached_property
    def whole(self) -> Written:
        """All of its own chapters and annexes."""
        return Written(
            self.own.text, [one for one in self.own.text.sections if one.element in _OWN]
        )

    @cached_property
    def courses(self) -> Courses:
        """Its courses of steps."""
        return Courses(self.own.text, self.contents)

    @cached_property
    def lacking(self) -> tuple[RequiredElement, ...]:
        """The elements that are neither named nor said."""
        return tuple(one for one in self.contents.elements if not self._has(one))

    def _has(self, element: RequiredElement) -> bool:
        """Say whether it is named, as nearly all are, or else said."""
        if self.whole.names_element(element, self.contents):
            return True
        if element.timed_in:
            steps = Written(self.own.text, self.courses.of(element.timed_in))
            return not steps.sections or is_timed(steps.words)
        if element.says is not None and search(element.says, self.whole.words):
            return True
        if element.doers_suffice and element.done_in and self._mostly_done(element.done_in):
            return True
        is_course = any(one.done_in == element.name for one in self.contents.elements)
        return is_course and any(step.blocks for step in self.courses.of(element.name))

    def undone(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield the titled steps and the rows of a course that nobody does, by line and name."""
        for section in self.courses.of(name):
            yield from rows_of_nobody(self.own.text, section)
        for step in self._steps(name):
            if step.title and not has_doer(step):
                yield step.line, f"{step.number} {step.title}"

    def _mostly_done(self, name: str) -> bool:
        """Say whether most steps of a course say who does them; without titles most clauses."""
        steps = self._steps(name)
        titled = [one for one in steps if one.title] or steps
        done = sum(map(has_doer, titled))
        return 2 * done > len(titled) or (not titled and any(map(has_doer, self.courses.of(name))))

    def _steps(self, name: str) -> Sequence[Section]:
        """Return what says something in a course, less what is about the course or its limits."""
        elements = self.contents.elements
        overviews = [one.titles for one in elements if name in {one.name, one.timed_in}]
        return [
            step
            for step in self.courses.of(name)
            if step.blocks and not any(search(one, step.title) for one in overviews)
        ]


def contents_of(kind: str, shipped: Mapping[str, bytes]) -> Contents | None:
    """Return what standards of a kind must contain; None where nothing is known of it."""
    every = _contents(shipped[_PATH]).values()
    return next((one for one in every if kind in one.kinds), None)


def elements_left_out(own: OwnText, rule: str) -> Iterator[Finding]:
    """Yield what a text of a rule's kinds leaves out, at its title, one by one.

    Where each clause should bear the name of an element and some bear another, what is not found
    may stand there: that is said once. Where posts are named at all, each step must say which of
    them does it; a clause on the course or the limits of all of them is no step.
    """
    contents = _contents(own.bundled[_PATH])[rule]
    # A text without any chapter of its own has another fault.
    if own.standard.kind in contents.kinds and own.chapter(Element.CORE):
        held = _Held(own, contents)
        yield from _left_out(held)
        for element in contents.elements:
            if element.done_in and element not in held.lacking:
                yield from _undone(held, element.done_in)


def _left_out(held: _Held) -> Iterator[Finding]:
    if not held.lacking:
        return
    unknown = held.whole.unknown(held.contents) if held.contents.each_clause_named else ()
    if unknown:
        yield _unrecognised(held, unknown)
        return
    kind = held.own.standard.kind
    for element in held.lacking:
        name = element.name
        yield held.own.says_of_title(
            Sentence(f"{kind}缺“{name}”", f"this {kind} lacks {name!r}"),
            Sentence(f"补一条，标题用“{name}”", f"add a clause with the title {name!r}"),
        )


def _unrecognised(held: _Held, unknown: Sequence[str]) -> Finding:
    kind, names = held.own.standard.kind, [one.name for one in held.lacking]
    shown, more = "”“".join(unknown[:_SHOWN]), "等" if len(unknown) > _SHOWN else ""
    return held.own.says_of_title(
        Sentence(
            f"{kind}里没有找到“{'”“'.join(names)}”",
            f"no {', '.join(map(repr, names))} found in this {kind}",
        ),
        Sentence(
            f"“{shown}”{more}条里写有的，标题改用要素的名称；没有写的，补写",
            f"where {shown} has it, give that the name of the element; else add a clause",
        ),
    )


def _undone(held: _Held, name: str) -> Iterator[Finding]:
    for line, step in held.undone(name):
        yield held.own.says(
            line,
            Sentence(
                f"步骤“{step}”没有写由哪个岗位做",
                f"the step {step} does not say which post does it",
            ),
            Sentence("写明由哪个岗位做", "say which post does it"),
        )


@lru_cache(maxsize=2)
def _contents(shipped: bytes) -> dict[str, Contents]:
    origin = Origin(Source(_PATH, shipped, places_of), ())
    read = ContentsByKind.model_validate(read_yaml(_PATH, shipped).data, context=origin)
    return {one.rule: one for one in read.contents}
