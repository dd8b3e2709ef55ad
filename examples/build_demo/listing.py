"""What a failing is, and the list of those that are planted."""

from collections.abc import Sequence
from typing import NamedTuple

from build_demo.planting import Plant
from build_demo.state import State

_HEAD = """# 有意埋下的问题

虚构试点里的下列问题是有意埋下的，用来看工具能不能指出来；都不是错误级别的问题。
“规则”是应当指出它的规则名；没有规则指出、只反映在率上的，写指标名。

本文件由 `python examples/build_demo` 生成。

| 序号 | 位置 | 问题 | 规则 |
|---|---|---|---|
"""


class Failing(NamedTuple):
    """One failing: the record it is in, what is wrong, what finds it, and how it is planted."""

    folder: str
    id: str
    what: str
    rule: str
    plant: Plant | None = None


def plant(state: State, failings: Sequence[Failing]) -> bytes:
    """Plant all failings; return the list of them."""
    lines = []
    for number, failing in enumerate(failings, 1):
        path = _path(state, failing)
        if failing.plant:
            failing.plant(state, state.records[path])
        path = _path(state, failing)
        lines.append(f"| {number} | `{path}` | {failing.what} | {failing.rule} |")
    return (_HEAD + "\n".join([*lines, ""])).encode()


def _path(state: State, failing: Failing) -> str:
    if failing.folder.endswith(".yaml"):
        return f"data/{failing.folder}"
    return state.path_of(failing.folder, failing.id)
