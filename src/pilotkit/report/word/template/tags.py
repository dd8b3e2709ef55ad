"""The tags of a template, one by one, held against the names that there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.report.escape import one_line

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_INSIDE = re.compile(r"\{[{%](?:(?:tr|tc|p|r)(?=\s))?[-+]?\s*(.*?)\s*[-+]?[}%]\}", re.DOTALL)
_QUOTES = str.maketrans("“”‘’", "\"\"''")
# What docxtpl itself understands, the last two with a value.
_OF_TABLES = frozenset({"vm", "hm"})
_WITH_VALUE = frozenset({"colspan", "cellbg"})
_OF_MAPPINGS = frozenset({"get", "items", "keys", "values"})
_ANY = object()


@dataclass
class _Open:
    """A block that has begun: its word, where, and the names that it brings."""

    word: str
    place: int
    names: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Trouble:
    """What is wrong, and in which of the texts that were read (from 0)."""

    place: int
    sentence: Sentence


class Tags:
    """Reads the texts of a template in their order and collects what is wrong and what is used."""

    def __init__(self, environment: Environment, context: dict[str, Any]) -> None:
        self._environment = environment
        self._open: list[_Open] = [_Open("", 0, dict(environment.globals) | context)]
        self._place = 0
        self.troubles: list[Trouble] = []
        self.used: set[str] = set()

    def read(self, place: int, text: str) -> None:
        """Read the tags of one text."""
        self._place = place
        for tag in _TAG.findall(text):
            inside = _INSIDE.fullmatch(tag)
            if inside is None:  # a remark
                continue
            said = inside[1].translate(_QUOTES)
            if tag.startswith("{{"):
                self._expression(said)
            else:
                self._statement(said)
        if _BRACES.search(_TAG.sub("", text)):
            self._say("花括号没有配对", "braces that do not match")

    def close(self) -> None:
        """Name the blocks that were never ended."""
        for one in self._open[1:]:
            self._place = one.place
            self._say(f"没有 end{one.word}", f"no end{one.word}")

    def _say(self, zh: str, en: str) -> None:
        self.troubles.append(Trouble(self._place, Sentence(zh, en)))

    def _parsed(self, source: str) -> nodes.Template | None:
        try:
            return self._environment.parse(source)
        except TemplateSyntaxError as error:
            said = one_line(error.message or "")
            self._say(f"写法不对：{said}", f"cannot be read: {said}")
            return None

    def _expression(self, said: str) -> None:
        if (tree := self._parsed(f"{{{{ {said} }}}}")) is not None:
            self._look(tree)

    def _statement(self, said: str) -> None:
        word, _, rest = said.partition(" ")
        if word in _OF_TABLES:
            return
        if word in _WITH_VALUE:
            self._expression(rest)
        elif word in {"for", "if"}:
            self._begin(word, said)
        elif word in {"else", "elif"}:
            self._middle(word, rest)
        elif word in {"endfor", "endif"}:
            self._end(word.removeprefix("end"))
        elif word == "set" and "=" in rest:
            self._set(said)
        else:
            shown = one_line(word)
            self._say(f"模板里不能用“{shown}”", f"{shown!r} is not for templates")

    def _begin(self, word: str, said: str) -> None:
        opened = _Open(word, self._place)
        tree = self._parsed(f"{{% {said} %}}{{% end{word} %}}")
        begun = None if tree is None else next(tree.find_all((nodes.For, nodes.If)), None)
        if isinstance(begun, nodes.For):
            items = self._look(begun.iter)
            item = items[0] if isinstance(items, list) and items else _ANY
            opened.names = {"loop": _ANY} | _bound(begun.target, item)
        self._open.append(opened)
        if isinstance(begun, nodes.For | nodes.If) and begun.test is not None:
            self._look(begun.test)

    def _middle(self, word: str, rest: str) -> None:
        if self._open[-1].word not in ({"if", "for"} if word == "else" else {"if"}):
            self._say(f"{word} 不在 if 里", f"{word} without an if")
        elif word == "elif":
            self._expression(rest)

    def _end(self, word: str) -> None:
        if self._open[-1].word == word:
            self._open.pop()
        else:
            self._say(f"end{word} 没有对应的 {word}", f"end{word} without its {word}")

    def _set(self, said: str) -> None:
        tree = self._parsed(f"{{% {said} %}}")
        for one in tree.find_all(nodes.Assign) if tree is not None else ():
            value = self._look(one.node)
            self._open[-1].names |= _bound(one.target, value)

    def _look(self, node: nodes.Node) -> Any:
        """Hold the names of an expression against those there are; return what it stands for."""
        if isinstance(node, nodes.Name):
            return self._named(node.name)
        if isinstance(node, nodes.Getattr):
            return self._inside(node.node, node.attr)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            return self._inside(node.node, node.arg.value)
        for word, known in (
            (nodes.Filter, self._environment.filters),
            (nodes.Test, self._environment.tests),
        ):
            if isinstance(node, word) and node.name not in known:
                self._say(f"没有过滤器“{node.name}”", f"no filter {node.name!r}")
        for child in node.iter_child_nodes():
            self._look(child)
        return _ANY

    def _named(self, name: str) -> Any:
        self.used.add(name)
        for opened in reversed(self._open):
            if name in opened.names:
                return opened.names[name]
        self._unknown(name, [one for opened in self._open for one in opened.names])
        return _ANY

    def _inside(self, whole: nodes.Expr, key: Any) -> Any:
        value = self._look(whole)
        if isinstance(value, list) and isinstance(key, int):
            return value[0] if value else _ANY
        if not isinstance(value, dict) or key in _OF_MAPPINGS:
            return _ANY
        if key not in value:
            self._unknown(str(key), list(value))
            return _ANY
        return value[key]

    def _unknown(self, name: str, known: list[str]) -> None:
        near = did_you_mean(name, sorted(known))
        zh, en = (f"，{near.zh}", f", {near.en}") if near else ("", "")
        self._say(f"没有变量“{name}”{zh}", f"no variable {name!r}{en}")


def _bound(target: nodes.Node, value: Any) -> dict[str, Any]:
    """Return the names that an assignment makes; only a single one is known by its value."""
    if isinstance(target, nodes.Name):
        return {target.name: value}
    return {one.name: _ANY for one in target.find_all(nodes.Name)}


def troubled(tags: Tags) -> Iterator[Trouble]:
    """Yield all that is wrong, in the order of the texts."""
    tags.close()
    yield from sorted(tags.troubles, key=lambda one: one.place)
