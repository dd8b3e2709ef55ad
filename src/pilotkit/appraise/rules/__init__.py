"""The one list of rules of this layer. A rule is a file of this folder and a line here."""

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.rules import target_missed
from pilotkit.check.rule import Rule

RULES: tuple[Rule[Appraisal], ...] = (target_missed.RULE,)
