"""编制说明: how the system of standards came about, in the seven points of GB/T 13016."""

from collections.abc import Iterator

from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.compilation.basis import basis
from pilotkit.report.compilation.coordination import (
    crossings,
    external_needs,
    other_matters,
)
from pilotkit.report.compilation.state import division, gaps, situation
from pilotkit.report.document import Block, Document
from pilotkit.report.report import Report

_TITLE = Sentence("标准体系编制说明", "Notes on the system of standards")
_PURPOSE = Sentence(
    "体系为什么这样划分，按 GB/T 13016 的七项",
    "why the system is built as it is, by the seven heads of GB/T 13016",
)
_SECTIONS = (basis, situation, gaps, division, crossings, external_needs, other_matters)


def build(case: Case) -> Document:
    """Build all seven sections."""
    return document(case, REPORT.name, _TITLE, _blocks(case))


def _blocks(case: Case) -> Iterator[Block]:
    for section in _SECTIONS:
        yield from section(case)


REPORT = Report("compilation-notes", _TITLE, _PURPOSE, build)
