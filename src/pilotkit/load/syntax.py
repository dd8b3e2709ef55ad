"""What libyaml says is wrong with a text → what its writer did, where, and what mends it."""

from typing import NamedTuple

import yaml

from pilotkit.model.sentence import Sentence

COLON = Sentence(
    "写成“键: 值”，冒号用半角，后面空一格", "write 'key: value', a blank after the colon"
)
_QUOTE = Sentence("整个值加上引号", "put the whole value in quotes")
_SPACES = Sentence("缩进用空格，不用制表符", "indent by blanks, never by tabs")


class Slip(NamedTuple):
    """A mistake: where it begins, what it is, and what mends it where that is known."""

    mark: yaml.Mark | None
    said: Sentence
    help: Sentence | None = None


class _Known(NamedTuple):
    """A problem of libyaml in the words of an office; some begin well before they are noticed."""

    zh: str
    help: Sentence
    begins_earlier: bool = False


_SLIPS = {
    "mapping values are not allowed in this context": _Known(
        "这里不能有冒号",
        Sentence(
            "值里有冒号的加引号；同一层的键左边对齐；上一行的冒号用半角",
            "quote a value with a colon in it; align the keys of one level",
        ),
    ),
    "found unexpected end of stream": _Known(
        "引号没有写完", Sentence("补上后一个引号", "close the quotes"), begins_earlier=True
    ),
    "found a tab character that violates indentation": _Known("缩进用了制表符", _SPACES),
    "found character that cannot start any token": _Known(
        "不能用这个字符开头",
        Sentence(
            "缩进用空格，不用制表符；以 @、`、% 开头的值加引号",
            "indent by blanks, never by tabs; quote a value that begins with @, ` or %",
        ),
    ),
    "did not find expected ',' or ']'": _Known(
        "方括号没有写完，或少了逗号",
        Sentence("写成 [甲, 乙]，逗号用半角", "write [one, other]"),
        begins_earlier=True,
    ),
    "did not find expected ',' or '}'": _Known(
        "花括号没有写完，或少了逗号",
        Sentence("写成 {键: 值, 键: 值}，逗号用半角", "write {key: value, key: value}"),
        begins_earlier=True,
    ),
    "did not find expected '-' indicator": _Known(
        "列表的各项没有对齐",
        Sentence("每一项都以“- ”开头，左边对齐", "begin each item with '- ', aligned"),
    ),
    "did not find expected key": _Known(
        "这里应当是键",
        Sentence(
            "同一层的键左边对齐；引号后面不再写字", "align the keys; nothing may follow the quotes"
        ),
    ),
    "could not find expected ':'": _Known("这一行没有写成键和值", COLON, begins_earlier=True),
    "did not find expected node content": _Known("这里应当有内容", _QUOTE),
    "found unknown escape character": _Known(
        "双引号里不能这样写反斜杠", Sentence("改用单引号", "use single quotes")
    ),
    "did not find expected comment or line break": _Known(
        "| 和 > 后面不能有字",
        Sentence("正文从下一行写起，缩进两格", "begin the text on the next line, indented"),
    ),
    "block sequence entries are not allowed in this context": _Known(
        "“- ”前面不能有字", Sentence("列表另起一行", "begin the list on a line of its own")
    ),
    "mapping keys are not allowed in this context": _Known("值不能以问号开头", _QUOTE),
    "did not find expected alphabetic or numeric character": _Known("值不能以 * 或 & 开头", _QUOTE),
    "found unexpected non-alphabetical character": _Known("值不能以 % 开头", _QUOTE),
    "did not find expected <document start>": _Known(
        "前面的内容已经结束", Sentence("删去多出的括号", "remove the bracket that is too much")
    ),
}


def slip_of(error: yaml.MarkedYAMLError) -> Slip:
    """Say what a text does wrong; what nobody has put into words is said as libyaml says it."""
    problem = error.problem or ""
    known = _SLIPS.get(problem)
    if known is None:
        return Slip(error.problem_mark, Sentence(problem, problem))
    mark = error.context_mark if known.begins_earlier else None
    return Slip(mark or error.problem_mark, Sentence(known.zh, problem), known.help)


def nearest_encoding(content: bytes) -> str | None:
    """Name the encoding that a text which is not UTF-8 may have."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return "GBK"
