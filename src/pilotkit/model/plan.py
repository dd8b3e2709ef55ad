"""The phases of the pilot and their tasks (`data/phases.yaml`), and what a unit makes of a task."""

from typing import Any

from pydantic import Field

from pilotkit.model.entity import Entity, Part
from pilotkit.model.proof import Proof
from pilotkit.model.unit import Role
from pilotkit.model.values import Day, Id, Several, Text, YearMonth


class Who(Part):
    """Who does a task: roles of units, or a body the plan names; and where the plan says so."""

    lead: Several[Role] = ()
    with_: Several[Role] = Field((), alias="with")
    body: Text | None = None
    source: Text | None = None


class Output(Part):
    """What a task leaves behind, and what proves that it is there.

    With `each` the proof is read for every unit of these roles over that unit's own records.
    """

    name: Text
    proof: Proof
    each: Several[Role] = ()


class Task(Part):
    """A numbered task of the plan, in the plan's words."""

    id: Text
    title: Text
    text: Text
    who: Who
    outputs: Several[Output] = ()
    criteria: Several[Text] = ()


class Phase(Entity):
    """A stretch of months: from the first day of `from` to the last day of `to`."""

    id: Text
    name: Text
    from_: YearMonth = Field(alias="from")
    to: YearMonth
    tasks: Several[Task] = ()


class Phases(Entity):
    """The whole file; its phases are read one by one."""

    schema_: Text | None = Field(None, alias="schema")
    source: Text | None = None
    issued: Day | None = None
    phases: Several[Any]


class UnitTask(Entity):
    """A unit's own breakdown of a task: `data/tasks/<unit>/<id>.yaml`."""

    id: Id
    unit: Text
    parent: Text
    title: Text
    person: Text
    due: Day
    outputs: Several[Output] = ()
