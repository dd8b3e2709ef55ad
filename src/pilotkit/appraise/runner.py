"""Runs the rules that need the score."""

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.rules import RULES
from pilotkit.model.diagnostic import Diagnostic


def appraise(appraisal: Appraisal) -> list[Diagnostic]:
    """Return what all rules of this layer find."""
    return [diagnostic for rule in RULES for diagnostic in rule.run(appraisal)]
