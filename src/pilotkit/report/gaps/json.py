"""For programs: the contract pilotkit/gaps/1 of design §6."""

import json
from collections.abc import Sequence
from typing import Any

from pilotkit.model.sentence import Lang
from pilotkit.plan.gaps import COLUMNS, Cell, Column, Entry, Gaps


def render(gaps: Gaps, cells: Sequence[Cell], lang: Lang) -> str:
    """Render these cells of a matrix as JSON in pure ASCII; a null count is not asked for."""
    shown = {cell.unit.id for cell in cells}
    columns = {cell.column.name for cell in cells}
    contract = {
        "schema": "pilotkit/gaps/1",
        "as_of": gaps.as_of.day.isoformat(),
        "rows": [{"id": one.id, "name": one.name} for one in gaps.units if one.id in shown],
        "columns": [_column(one, lang) for one in COLUMNS if one.name in columns],
        "cells": [_cell(one, lang) for one in cells],
    }
    return json.dumps(contract, indent=2) + "\n"


def _column(one: Column, lang: Lang) -> dict[str, Any]:
    return {"id": one.name, "title": one.title.to(lang)}


def _cell(one: Cell, lang: Lang) -> dict[str, Any]:
    return {
        "unit": one.unit.id,
        "column": one.column.name,
        "count": one.count if one.is_asked else None,
        "expected": one.expected if one.is_asked else None,
        "missing": [_entry(entry, lang) for entry in one.missing],
    }


def _entry(one: Entry, lang: Lang) -> dict[str, Any]:
    return {
        "id": one.id,
        "path": one.place.path if one.place else None,
        "reason": one.reason.to(lang) if one.reason else None,
    }
