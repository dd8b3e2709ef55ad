"""Runs the rules that need the score."""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.rules import RULES
from pilotkit.check.consequences import with_cause
from pilotkit.check.rule import Rule
from pilotkit.model.diagnostic import Diagnostic


def appraise(appraisal: Appraisal) -> list[Diagnostic]:
    """Return what all rules of this layer find."""
    return [diagnostic for rule in RULES for diagnostic in run(rule, appraisal)]


def run(rule: Rule[Appraisal], appraisal: Appraisal) -> Iterator[Diagnostic]:
    """Yield what a single rule finds."""
    return with_cause(rule, rule.run(appraisal), appraisal.repository)
