"""All that findings are called: the rules with their manuals, and what reading refuses."""

from typing import Any

from pilotkit.appraise.rules import RULES as APPRAISING
from pilotkit.check.rule import Rule
from pilotkit.check.runner import EVERY as CHECKING
from pilotkit.load.refusals import REFUSALS
from pilotkit.model.sentence import Sentence, did_you_mean

RULES: tuple[Rule[Any], ...] = (*CHECKING, *APPRAISING)
BY_NAME = {name: rule for rule in RULES for name in (rule.code, rule.name)}


def unknown_codes(written: list[str]) -> list[Sentence]:
    """Say of each code or name that means no finding what may be meant; PK3 means all of PK3xx."""
    known = [*BY_NAME, *REFUSALS]
    codes = [one for one in known if one.startswith("PK")]
    said = []
    for word in written:
        if word in known or any(code.startswith(word) for code in codes):
            continue
        every = Sentence("全部规则见 pilot explain --all", "all rules: pilot explain --all")
        near = None if word.startswith("PK") else did_you_mean(word, known)
        near = near or every
        said.append(
            Sentence(f"没有规则“{word}” — {near.zh}", f"no rule is called {word!r} — {near.en}")
        )
    return said
