"""For people: a line for each attachment that differs, then the counts."""

from collections import Counter
from collections.abc import Sequence

from pilotkit.check.attachments import DIFFERENT, State, Verified
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.escape import visible

_STATES = {
    State.OK: Sentence("相符", "ok"),
    State.CHANGED: Sentence("已变", "changed"),
    State.MISSING: Sentence("缺失", "missing"),
    State.UNLISTED: Sentence("未登记", "unlisted"),
    State.EMPTY: Sentence("空文件", "empty"),
    State.POINTER: Sentence("按指针核对", "pointer"),
    State.ARCHIVED: Sentence("原件在档", "archived"),
}


def render(verified: Sequence[Verified], lang: Lang) -> str:
    """Render what was compared."""
    lines = [_line(one, lang) for one in verified if one.state in DIFFERENT]
    counts = Counter(one.state for one in verified)
    told = (f"{_STATES[state].to(lang)} {counts[state]}" for state in State)
    return "".join(f"{line}\n" for line in [*lines, ("，" if lang == "zh" else ", ").join(told)])


def _line(one: Verified, lang: Lang) -> str:
    why = f"{_STATES[one.state].to(lang)} — {one.reason.to(lang)}" if one.reason else ""
    return visible(f"{one.path}: {why}")
