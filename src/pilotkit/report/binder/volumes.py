"""Which indicators stand in which volume (domain.md §4.1), in the order of the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pilotkit.model.scoring import Indicator, Scoring
from pilotkit.model.sentence import Sentence
from pilotkit.report.document import chinese

Extra = Literal["", "standards", "laws"]


@dataclass(frozen=True)
class Leaf:
    """A lowest indicator and its path in the table: A1-B1-C1."""

    path: str
    indicator: Indicator


@dataclass(frozen=True)
class Volume:
    """A volume: its serial, its title, its indicators, and what else stands in it."""

    serial: int
    title: Sentence
    leaves: tuple[Leaf, ...] = ()
    extra: Extra = ""

    @property
    def name(self) -> Sentence:
        """What it is called: 卷一."""
        return Sentence(f"卷{chinese(self.serial)}", f"Volume {self.serial}")


# Each volume takes the lowest indicators below those that it names and no earlier one has taken.
_VOLUMES: tuple[tuple[Sentence, str, Extra], ...] = (
    (Sentence("组织管理与机制", "Organization"), "A1", ""),
    (Sentence("标准体系文件", "The system of standards"), "B3", ""),
    (Sentence("标准文本汇编", "Texts of the standards"), "B4", "standards"),
    (Sentence("宣贯培训", "Training"), "B5", ""),
    (Sentence("实施与监督检查记录", "Use and inspection"), "B6", ""),
    (Sentence("评价与改进", "Evaluation and improvement"), "B7", ""),
    (Sentence("建设成效与创新", "Results"), "A4", ""),
)
_LAWS = Sentence("法律法规政策清单", "Laws and policies")


def volumes(table: Scoring) -> list[Volume]:
    """Part a table into volumes; an indicator that none of ours names stands under its own A."""
    left = {leaf.path: leaf for leaf in _leaves(table)}
    found: list[Volume] = []
    for title, above, extra in _VOLUMES:
        taken = [path for path in left if above in path.split("-")]
        leaves = tuple(left.pop(path) for path in taken)
        if leaves or extra:
            found.append(Volume(len(found) + 1, title, leaves, extra))
    for top in table.indicators:
        taken = [path for path in left if path.split("-")[0] == top.id]
        if taken:
            title = Sentence(top.name, top.name)
            leaves = tuple(left.pop(path) for path in taken)
            found.append(Volume(len(found) + 1, title, leaves))
    return [*found, Volume(len(found) + 1, _LAWS, (), "laws")]


def _leaves(table: Scoring) -> Iterator[Leaf]:
    def below(indicator: Indicator, above: str) -> Iterator[Leaf]:
        path = f"{above}{indicator.id}"
        if indicator.criteria:
            yield Leaf(path, indicator)
        for child in indicator.children:
            yield from below(child, f"{path}-")

    for top in table.indicators:
        yield from below(top, "")
