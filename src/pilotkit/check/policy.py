"""How findings are shown: the pilot's own severities and waivers. Neither touches a score."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from pilotkit.model.diagnostic import Diagnostic, Severity
from pilotkit.model.pilot import Pilot, Waiver


class Shown(NamedTuple):
    """Findings to show, and those that a waiver of the day covers."""

    open: tuple[Diagnostic, ...]
    waived: tuple[Diagnostic, ...]


def apply_policy(diagnostics: Iterable[Diagnostic], pilot: Pilot | None, day: date) -> Shown:
    """Give findings the severities that the pilot has set, and part off what is waived."""
    if pilot is None or not (pilot.policy or pilot.waivers):
        return Shown(tuple(diagnostics), ())
    waivers = [waiver for waiver in pilot.waivers if day <= waiver.until]
    shown: list[Diagnostic] = []
    waived: list[Diagnostic] = []
    for found in diagnostics:
        severity = pilot.policy.get(found.name) or pilot.policy.get(found.code)
        if any(_covers(waiver, found) for waiver in waivers):
            waived.append(found)
        elif severity is None:
            shown.append(found)
        elif severity != "off":
            shown.append(replace(found, severity=Severity(severity)))
    return Shown(tuple(shown), tuple(waived))


def _covers(waiver: Waiver, found: Diagnostic) -> bool:
    if waiver.rule not in {found.code, found.name}:
        return False
    stem = found.location.path.rsplit("/", 1)[-1].rpartition(".")[0]
    places = {None, found.location.path, stem, found.unit, *found.subjects}
    return waiver.at in places
