"""For programs: pilotkit/outline/1, impact/1 and law-impact/1; lines are those of the files."""

import json
from typing import Any

from pilotkit.model.repository import Repository
from pilotkit.report.outlines.outline import Outline
from pilotkit.text.dependents import Dependent, Impact
from pilotkit.text.law_dependents import LawImpact


def outline(one: Outline) -> str:
    """Render an outline as JSON in pure ASCII."""
    standard = one.standard
    return _dumped(
        {
            "schema": "pilotkit/outline/1",
            "id": standard.id,
            "number": standard.number,
            "title": standard.title,
            "path": standard.path,
            "sections": [
                {
                    "element": section.element.value,
                    "number": section.number,
                    "title": section.title,
                    "depth": section.depth,
                    "nature": section.nature,
                    "line": one.line(section.line),
                }
                for section in one.sections
            ],
            "terms": [
                {"number": term.number, "term": term.title, "line": one.line(term.line)}
                for term in one.terms
            ],
            "citations": [
                {
                    "number": each.cited.written,
                    "clause": each.cited.clause,
                    "line": one.line(each.line),
                    "listed": each.is_listed,
                    "in_body": each.is_in_body,
                }
                for each in one.citations
            ],
            "labelled": [
                {
                    "kind": block.kind.value,
                    "label": block.label,
                    "title": block.text,
                    "line": one.line(block.line),
                }
                for block in one.labelled
            ],
        }
    )


def impact(one: Impact, repository: Repository) -> str:
    """Render what has to be looked at again as JSON in pure ASCII."""
    return _dumped(
        {
            "schema": "pilotkit/impact/1",
            "as_of": repository.day.isoformat(),
            "id": one.standard.id,
            "number": one.standard.number,
            "standards": [_dependent(each, repository) for each in one.dependents],
            "items": [_owned(each.id, each.unit, repository) for each in one.items],
            "posts": [_owned(each.id, each.unit, repository) for each in one.posts],
            "records": [
                {"id": each.id, "name": each.name, "every": each.every, "keeper": each.keeper}
                for each in one.standard.records
            ],
            "evidence": [_owned(each.id, each.unit, repository) for each in one.evidence],
        }
    )


def impact_of_law(one: LawImpact, repository: Repository) -> str:
    """Render what has to be looked at again when a law changes, as JSON in pure ASCII."""
    return _dumped(
        {
            "schema": "pilotkit/law-impact/1",
            "as_of": repository.day.isoformat(),
            "id": one.law.id,
            "number": one.law.number,
            "title": one.law.title,
            "standards": [_dependent(each, repository) for each in one.dependents],
            "items": [
                {
                    **_owned(each.item.id, each.item.unit, repository),
                    "articles": list(each.articles),
                    "standards": [standard.id for standard in each.standards],
                }
                for each in one.items
            ],
            "basis": [{"title": each.title, "number": each.number} for each in one.basis],
            "documents": [_owned(each.id, each.unit, repository) for each in one.documents],
            "evidence": [_owned(each.id, each.unit, repository) for each in one.evidence],
        }
    )


def _dependent(one: Dependent, repository: Repository) -> dict[str, Any]:
    return {
        "id": one.standard.id,
        "unit": repository.unit_id(one.standard.unit),
        "steps": one.steps,
        "through": one.through,
        "lines": [one.standard.at_line(line).line for line in one.lines],
    }


def _owned(id_: str, unit: str, repository: Repository) -> dict[str, str]:
    return {"id": id_, "unit": repository.unit_id(unit)}


def _dumped(contract: dict[str, Any]) -> str:
    return json.dumps(contract, indent=2) + "\n"
