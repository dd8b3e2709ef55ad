"""What `--help` prints: the page of a command in one language, laid out for Chinese."""

import inspect
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from rich.cells import cell_len
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.layout import pad, wrap

Command = TyperCommand | TyperGroup

_LANGUAGES = " / "
_INDENT = "  "
# Right of this column stands what an option means; what is longer has a line of its own.
_COLUMN = 30
_OF_TYPE = (
    (Path, Sentence("路径", "PATH")),
    (date, Sentence("日期", "DATE")),
    (int, Sentence("整数", "N")),
    (float, Sentence("数", "N")),
)
_ANY = Sentence("文字", "TEXT")
_REVISION, _LIST = Sentence("版本", "REVISION"), Sentence("规则,规则", "RULE,RULE")
# What an option is called says what it takes, the same in every command.
_OF_FLAG = {
    "--against": _REVISION,
    "--also": Sentence("格式:文件", "FORMAT:FILE"),
    "--at": _REVISION,
    "--by": Sentence("姓名", "NAME"),
    "--column": Sentence("栏目", "COLUMN"),
    "--criteria": Sentence("条目,条目", "ID,ID"),
    "--decide": Sentence("编号,编号", "ID,ID"),
    "--explain": Sentence("主题", "TOPIC"),
    "--format": Sentence("格式,格式", "FORM,FORM"),
    "--from-encoding": Sentence("编码", "ENCODING"),
    "--id": Sentence("编号", "ID"),
    "--ignore": _LIST,
    "--ignore-column": Sentence("列名", "COLUMN"),
    "--kind": Sentence("种类", "KIND"),
    "--links": Sentence("网址", "ADDRESS"),
    "--map": Sentence("列名=字段", "COLUMN=FIELD"),
    "--name": Sentence("名称", "NAME"),
    "--output": Sentence("文件", "FILE"),
    "--owner": Sentence("单位", "UNIT"),
    "--record": Sentence("编号", "ID"),
    "--reviewer": Sentence("姓名@单位", "NAME@UNIT"),
    "--rule": Sentence("规则", "RULE"),
    "--select": _LIST,
    "--set": Sentence("字段=值", "FIELD=VALUE"),
    "--since": _REVISION,
    "--tip": _REVISION,
    "--title": Sentence("标题", "TITLE"),
    "--unit": Sentence("单位", "UNIT"),
    "--unit-id": Sentence("编号", "ID"),
}
_HEADINGS = {
    "usage": Sentence("用法：", "Usage: "),
    "arguments": Sentence("参数", "Arguments"),
    "options": Sentence("选项", "Options"),
    "commands": Sentence("命令", "Commands"),
}
_SOME = {
    "options": Sentence("[选项]", "[OPTIONS]"),
    "commands": Sentence("命令 …", "COMMAND ..."),
}
_HELP = ("--help", Sentence("显示本说明", "show this page"))
_EACH = Sentence(
    "一条命令的全部选项：pilot 命令 --help", "the options of one: pilot COMMAND --help"
)


class Parameter(NamedTuple):
    """An argument or option: how it is written, what value it takes, what it means."""

    name: str
    flags: tuple[str, ...]
    value: Sentence
    choices: tuple[str, ...]
    type: object
    help: Sentence
    preset: Sentence | None
    required: bool
    many: bool


def halves(text: str | None) -> Sentence:
    """Part what a command says of itself, written 中文 / English, into its languages."""
    zh, slash, en = (text or "").partition(_LANGUAGES)
    if not slash:  # the English follows a Chinese bracket without a space
        zh, slash, en = zh.partition("/ ")
    return Sentence(zh.strip(), en.strip().rstrip(".") if slash else zh.strip())


def parameters(command: Command) -> list[Parameter]:
    """Return the arguments and options of a command in the order of its function."""
    types = _types(command)
    return [
        _parameter(one, types.get(one.name or "", str))
        for one in command.params
        if isinstance(one, TyperArgument | TyperOption)
    ]


def _types(command: Command) -> dict[str, object]:
    return get_type_hints(inspect.unwrap(command.callback)) if command.callback else {}


def _parameter(one: TyperArgument | TyperOption, hint: object) -> Parameter:
    inner, many = _plain(hint)
    choices = _choices(inner)
    is_option = isinstance(one, TyperOption)
    flags = (*one.opts, *one.secondary_opts) if is_option else ()
    return Parameter(
        one.name or "",
        tuple(flags),
        _value(one, inner, choices),
        choices,
        inner,
        halves(one.help),
        _preset(one, inner) if is_option else None,
        one.required,
        many,
    )


def _plain(hint: object) -> tuple[Any, bool]:
    """Take `| None` and `list` away from a type; tell whether there was a list."""
    many = False
    while get_origin(hint) is not Literal and get_args(hint):
        many = many or get_origin(hint) is list
        hint = next(one for one in get_args(hint) if one is not type(None))
    return hint, many


def _choices(inner: Any) -> tuple[str, ...]:
    if get_origin(inner) is Literal:
        return tuple(get_args(inner))
    is_enum = isinstance(inner, type) and issubclass(inner, Enum)
    return tuple(str(one.value) for one in inner) if is_enum else ()


def _value(one: TyperArgument | TyperOption, inner: Any, choices: tuple[str, ...]) -> Sentence:
    if inner is bool:
        return Sentence("", "")
    if one.metavar:
        return halves(one.metavar)
    if choices:
        return Sentence(*["|".join(choices)] * 2)
    kinds = (said for kind, said in _OF_TYPE if isinstance(inner, type) and issubclass(inner, kind))
    return next(kinds, None) or _OF_FLAG.get(one.opts[-1], _ANY)


def _preset(one: TyperArgument | TyperOption, inner: object) -> Sentence | None:
    default = one.default
    if inner is bool or default is None or str(default) == "":
        return None
    if default == Path():
        return Sentence("默认当前文件夹", "the working folder if not said")
    value = default.value if isinstance(default, Enum) else default
    said = Sentence(f"默认 {value}", f"{value} if not said")
    variable = one.envvar
    if variable:
        said = Sentence(f"{said.zh}，或环境变量 {variable}", f"{said.en}, or {variable}")
    return said


def page(command: Command, path: tuple[str, ...], lang: Lang, width: int) -> str:
    """Render the page of a command."""
    said = parameters(command)
    arguments = [one for one in said if not one.flags]
    lines = [_usage(path, arguments, command, lang), ""]
    for paragraph in _paragraphs(command.help or "", lang):
        lines += [_INDENT + line for line in wrap(paragraph, width - 2)]
    rows = [(_placeholder(one, lang), _meaning(one, lang)) for one in arguments]
    lines += _table("arguments", rows, lang, width)
    rows = [(_written(one, lang), _meaning(one, lang)) for one in said if one.flags]
    rows.append((_HELP[0], _HELP[1].to(lang)))
    lines += _table("options", rows, lang, width)
    if isinstance(command, TyperGroup):
        known = command.commands.items()
        rows = [(name, next(_paragraphs(one.help or "", lang))) for name, one in known]
        lines += _table("commands", rows, lang, width)
        if len(path) == 1:
            lines += ["", _EACH.to(lang)]
    return "".join(f"{line}\n" for line in lines)


def _paragraphs(text: str, lang: Lang) -> Iterator[str]:
    """Yield what a command says of itself: a line for both languages, then paragraphs of one."""
    first, *others = inspect.cleandoc(text).split("\n\n")
    yield halves(first).to(lang)
    for one in others:
        if any(cell_len(letter) > 1 for letter in one) == (lang == "zh"):
            yield one.replace("\n", Sentence("", " ").to(lang))


def _usage(path: tuple[str, ...], arguments: list[Parameter], command: Command, lang: Lang) -> str:
    words = [*path, _SOME["options"].to(lang)]
    words += [_placeholder(one, lang) for one in arguments]
    if isinstance(command, TyperGroup):
        words.append(_SOME["commands"].to(lang))
    return _HEADINGS["usage"].to(lang) + " ".join(words)


def _placeholder(one: Parameter, lang: Lang) -> str:
    more = Sentence("…", "...").to(lang) if one.many else ""
    word = one.value.to(lang) + more
    return word if one.required else f"[{word}]"


def _written(one: Parameter, lang: Lang) -> str:
    flags = ", ".join(one.flags)
    return f"{flags} {one.value.to(lang)}".strip()


def _meaning(one: Parameter, lang: Lang) -> str:
    again = one.many and one.flags and "可多次" not in one.help.zh and "可写多次" not in one.help.zh
    unseen = one.choices and one.choices[0] not in one.value.zh
    details = [
        *([Sentence(*["|".join(one.choices)] * 2)] if unseen else []),
        *([Sentence("必填", "required")] if one.required and one.flags else []),
        *([Sentence("可多次", "may be repeated")] if again else []),
        *([one.preset] if one.preset else []),
    ]
    if not details:
        return one.help.to(lang)
    if lang == "zh":
        return f"{one.help.zh}（{'；'.join(said.zh for said in details)}）"
    return f"{one.help.en} ({'; '.join(said.en for said in details)})"


def _table(title: str, rows: list[tuple[str, str]], lang: Lang, width: int) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield _HEADINGS[title].to(lang)
    column = min(_COLUMN, max(cell_len(left) for left, _ in rows) + 4)
    for left, right in rows:
        yield from _row(_INDENT + left, wrap(right, max(20, width - column)), column)


def _row(left: str, right: list[str], column: int) -> Iterator[str]:
    if cell_len(left) + 2 > column:
        yield left
        left = ""
    for line in right:
        yield pad(left, column) + line
        left = ""
