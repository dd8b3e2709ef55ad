"""What is wrong with a command line, said in the language of whoever wrote it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from typer.core import TyperGroup

from pilotkit.cli.usage import Command, Parameter, parameters
from pilotkit.model.sentence import Lang, Sentence, did_you_mean

_SHAPES: tuple[tuple[type, Sentence], ...] = (
    (date, Sentence("要写成 2023-10-31 这样的日期", "takes a date such as 2023-10-31")),
    (int, Sentence("要写整数", "takes a whole number")),
    (float, Sentence("要写数", "takes a number")),
    (Decimal, Sentence("要写数，如 90 或 87.5", "takes a number such as 90 or 87.5")),
)


def mistake(fault: Exception, command: Command, path: tuple[str, ...], lang: Lang) -> list[str]:
    """Say what is wrong, and where everything that the command takes is listed."""
    said = _said(fault, command)
    return [said.to(lang), _where(path).to(lang)]


def _where(path: tuple[str, ...]) -> Sentence:
    page = f"{' '.join(path)} --help"
    return Sentence(f"全部写法见 {page}", f"all that it takes: {page}")


def _said(fault: Exception, command: Command) -> Sentence:
    told = vars(fault)
    known = {one.name: one for one in parameters(command)}
    about = known.get(getattr(told.get("param"), "name", None) or "")
    option = str(told.get("option_name", ""))
    if option:
        return _option(option, command)
    if about is None:
        return _surplus(str(fault), command)
    if type(fault).__name__ == "MissingParameter":
        return _lacking(about)
    return _unfit(about, str(told.get("message", "")))


def _option(option: str, command: Command) -> Sentence:
    known = {flag: one for one in parameters(command) for flag in one.flags}
    flags = list(known)
    if option in known:
        if known[option].type is bool:
            return Sentence(f"{option} 后面不写值", f"{option} takes no value")
        return Sentence(f"{option} 后面要写值", f"{option} takes a value")
    near = did_you_mean(option, flags)
    said = Sentence(f"没有选项 {option}", f"no option {option}")
    return Sentence(f"{said.zh} — {near.zh}", f"{said.en} — {near.en}") if near else said


def _surplus(message: str, command: Command) -> Sentence:
    """Say which word nobody expected; all that is at hand is what typer says of it."""
    word = message.rpartition(" (")[2].removesuffix(")") if message.endswith(")") else ""
    if isinstance(command, TyperGroup) and "'" in message:
        return _unknown(message.split("'")[1], command)
    if not word:
        return Sentence(message, message)
    return Sentence(f"多写了：{word}", f"too much: {word}")


def _unknown(word: str, group: TyperGroup) -> Sentence:
    names = list(group.commands)
    near = did_you_mean(word, names)
    said = Sentence(f"没有命令 {word}", f"no command {word}")
    if near:
        return Sentence(f"{said.zh} — {near.zh}", f"{said.en} — {near.en}")
    return Sentence(f"{said.zh}；可用：{'、'.join(names)}", f"{said.en}; known: {', '.join(names)}")


def _lacking(one: Parameter) -> Sentence:
    zh, en = (" ".join(one.flags) or said for said in one.value)
    said = Sentence(f"没有写{zh if not one.flags else ' ' + zh}", f"{en} is missing")
    meaning = Sentence(f"{said.zh}：{one.help.zh}", f"{said.en}: {one.help.en}")
    return _with_choices(meaning, one.choices)


def _unfit(one: Parameter, message: str) -> Sentence:
    if one.flags:
        zh, en = f"{one.flags[-1]} ", one.flags[-1]
    else:
        zh, en = f"“{one.value.zh}”", one.value.en
    if one.choices:
        wrong = Sentence(f"{zh}没有这个值", f"{en} does not take this value")
        return _with_choices(wrong, one.choices)
    shape = next((said for kind, said in _SHAPES if _is(one.type, kind)), None)
    if shape is None:
        return Sentence(f"{zh.strip()}：{message}", f"{en}: {message}")
    limit = message.rpartition(" than or equal to ")[2] if "equal to" in message else ""
    zh, en = f"{zh}{shape.zh}", f"{en} {shape.en}"
    return (
        Sentence(f"{zh}，不小于 {limit}", f"{en}, {limit} or more") if limit else Sentence(zh, en)
    )


def _is(hint: object, kind: type) -> bool:
    return isinstance(hint, type) and issubclass(hint, kind)


def _with_choices(said: Sentence, choices: Sequence[str]) -> Sentence:
    if not choices:
        return said
    return Sentence(
        f"{said.zh}；可用：{'、'.join(choices)}", f"{said.en}; known: {', '.join(choices)}"
    )
