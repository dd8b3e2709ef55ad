"""The shape of a standard's text after GB/T 1.1: chapters and clauses number themselves."""

import re
from collections.abc import Iterable, Sequence

FOREWORD = (
    "本文件按照GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。",
    "请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。",
)
_REFERENCES = (
    "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，"
    "仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。"
)
# The clauses of what comes before are no requirements.
_FIRST_CORE_CHAPTER = 4
_LIMIT = re.compile(r"不(少于|低于|高于|超过|大于|小于|晚于)")
_CLAUSE = re.compile(r"^## (\d+\.\d+|[A-Z]\.\d+)\b", re.MULTILINE)


def clauses_of(body: str) -> list[str]:
    """List the numbers of a text's clauses from chapter 4 on."""
    numbered = [one for one in _CLAUSE.findall(body) if one[0].isdigit()]
    return [one for one in numbered if int(one.split(".")[0]) >= _FIRST_CORE_CHAPTER]


def in_list(parts: Sequence[str]) -> list[str]:
    """End the items of a list as the rules ask: semicolons, and a full stop at last."""
    last = len(parts) - 1
    return [
        f"- {part.rstrip('；。')}{'；' if index < last else '。'}"
        for index, part in enumerate(parts)
    ]


def required(said: str) -> str:
    """Put a limit as a requirement: 不少于 becomes 不应少于."""
    return _LIMIT.sub(r"不应\1", said)


class Text:
    """A text that is being written."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._chapter = 0
        self._clause = 0
        self._annex = ""
        self._tables = 0
        self._figures = 0

    def foreword(
        self, proposer: str, drafters: Iterable[str], first: str = "本文件首次发布。"
    ) -> None:
        """Write 前言."""
        self._put("# 前言")
        for line in FOREWORD:
            self._put(line)
        self._put(f"本文件由{proposer}提出，由青岚区行政审批局归口。")
        self._put(f"本文件起草单位：{proposer}。")
        self._put(f"本文件主要起草人：{'、'.join(drafters)}。")
        self._put(first)

    def scope(self, says: str, use: str, verb: str = "规定") -> None:
        """Write 范围."""
        self.chapter("范围")
        self._put(f"本文件{verb}了{says}。")
        self._put(f"本文件适用于{use}。")

    def references(self, cited: Sequence[tuple[str, str]]) -> None:
        """Write 规范性引用文件: numbers with titles, in the order of the rules."""
        self.chapter("规范性引用文件")
        if not cited:
            self._put("本文件没有规范性引用文件。")
            return
        self._put(_REFERENCES)
        for number, title in cited:
            self._put(f"{number} {title}")

    def terms(self, terms: Sequence[tuple[str, str, str]], also: str = "") -> None:
        """Write 术语和定义."""
        self.chapter("术语和定义")
        if not terms:
            self._put(
                f"{also}界定的术语和定义适用于本文件。"
                if also
                else "本文件没有需要界定的术语和定义。"
            )
            return
        self._put(
            f"{also}界定的以及下列术语和定义适用于本文件。"
            if also
            else "下列术语和定义适用于本文件。"
        )
        for term, english, definition in terms:
            self.titled(f"{term} {english}", f"{definition}。")

    def chapter(self, title: str) -> int:
        """Begin a chapter; return its number."""
        self._chapter += 1
        self._clause = 0
        self._put(f"# {self._chapter} {title}")
        return self._chapter

    def titled(self, title: str, *paragraphs: str) -> str:
        """Write a clause with a title; return its number."""
        number = self._next()
        self._put(f"## {number} {title}")
        for paragraph in paragraphs:
            self._put(paragraph)
        return number

    def clause(self, text: str) -> str:
        """Write a clause without a title; return its number."""
        number = self._next()
        self._put(f"## {number}")
        self._put(text)
        return number

    def items(self, parts: Sequence[str]) -> None:
        """Write a list below the last paragraph."""
        self._put("\n".join(in_list(parts)))

    def table(self, title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Write a table; it is called 表1, 表2 …, or 表A.1 in an annex."""
        self._tables += 1
        self._put(f"{self._label('表', self._tables)} {title}")
        lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
        lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
        self._put("\n".join(lines))

    @property
    def next_table(self) -> str:
        """Name the table that comes next, to refer to it before it."""
        return self._label("表", self._tables + 1)

    def figure(self, title: str, path: str) -> None:
        """Show a picture; it is called 图1, 图2 …, or 图A.1 in an annex."""
        self._figures += 1
        self._put(f"![{self._label('图', self._figures)} {title}]({path})")

    @property
    def next_figure(self) -> str:
        """Name the figure that comes next, to refer to it before it."""
        return self._label("图", self._figures + 1)

    def say(self, line: str) -> None:
        """Write a paragraph of its own."""
        self._put(line)

    def annex(self, letter: str, nature: str, title: str) -> None:
        """Begin an annex."""
        self._annex, self._clause, self._tables, self._figures = letter, 0, 0, 0
        self._put(f"# 附录{letter}（{nature}） {title}")

    def body(self) -> str:
        """Return the whole text."""
        return "\n" + "\n\n".join(self._lines) + "\n"

    def _label(self, kind: str, number: int) -> str:
        return f"{kind}{self._annex}.{number}" if self._annex else f"{kind}{number}"

    def _next(self) -> str:
        self._clause += 1
        return f"{self._annex or self._chapter}.{self._clause}"

    def _put(self, line: str) -> None:
        self._lines.append(line)
