"""Small pilots with their score, for the rules that need it."""

from cases import AS_OF
from pilotkit.appraise.appraisal import Appraisal
from pilotkit.appraise.runner import run
from pilotkit.check.consequences import told_once
from pilotkit.check.rule import Rule
from pilotkit.check.runner import check
from pilotkit.load.loader import load
from pilotkit.measure.basis import Basis
from pilotkit.measure.runner import Measurements
from pilotkit.model.day import AsOf
from pilotkit.model.diagnostic import Diagnostic, in_order
from pilotkit.model.files import Files
from pilotkit.report.listings.text import line
from pilotkit.score.runner import score_of


def appraisal_of(files: Files, as_of: AsOf = AS_OF) -> tuple[Appraisal, list[Diagnostic]]:
    """Load, check and score a small pilot; return also what reading said."""
    repository, unreadable = load(files, None, as_of)
    basis = Basis(repository, (*unreadable, *check(repository)))
    measurements = Measurements(basis)
    return Appraisal(basis, measurements, score_of(basis, measurements)), unreadable


def said_of(files: Files, *rules: Rule[Appraisal]) -> list[str]:
    """Say what reading and these rules find in a pilot, as its users read it."""
    appraisal, unreadable = appraisal_of(files)
    found = [one for rule in rules for one in run(rule, appraisal)]
    return [line(one, "zh") for one in in_order([*unreadable, *told_once(found)])]
