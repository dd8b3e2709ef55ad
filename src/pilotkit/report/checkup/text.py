"""A checkup as lines for a reader."""

from collections.abc import Iterator, Sequence

from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.checkup.check import Check, Output, State
from pilotkit.report.escape import visible

_STATES: dict[State, Sentence] = {
    "ok": Sentence("好", "ok     "),
    "missing": Sentence("缺", "missing"),
    "wrong": Sentence("错", "wrong  "),
}


def render(checks: Sequence[Check], outputs: Sequence[Output], lang: Lang) -> str:
    """Write a line for each thing, and the command below what has to be mended."""
    return "".join(f"{visible(line)}\n" for line in _lines(checks, outputs, lang))


def _lines(checks: Sequence[Check], outputs: Sequence[Output], lang: Lang) -> Iterator[str]:
    colon = "：" if lang == "zh" else ": "
    for one in checks:
        yield f"{_STATES[one.state].to(lang)}  {one.title.to(lang)}{colon}{one.said.to(lang)}"
        if one.mend:
            yield f"      → {one.mend.to(lang)}"
    yield ""
    yield Sentence("能写出的格式", "what reports can be written in").to(lang)
    for each in outputs:
        lacks = ", ".join(each.lacking)
        lacking = Sentence(f"不能，缺 {lacks}", f"no, for want of {lacks}")
        can = lacking if each.lacking else Sentence("能", "yes")
        yield f"  {each.title.to(lang)}{colon}{can.to(lang)}"
