"""All proofs that a workspace writes, with their places."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.model.entity import Entity
from pilotkit.model.location import Route
from pilotkit.model.proof import Proof
from pilotkit.model.repository import Repository
from pilotkit.model.scoring import Criterion


class Written(NamedTuple):
    """A proof, or a node of one: where it is written, and the criterion that it is of, if any."""

    entity: Entity
    route: Route
    proof: Proof
    criterion: Criterion | None = None


def every_proof(repository: Repository) -> Iterator[Written]:
    """Yield the proofs of the workspace's own table, of its tasks and of its targets.

    The bundled table is no file of the workspace; it is held to the same rules by a test.
    """
    if table := repository.scoring:
        for route, criterion in table.placed_criteria():
            yield Written(table, (*route, "proof"), criterion.proof, criterion)
    yield from _of_tasks(repository)
    if pilot := repository.pilot:
        for index, target in enumerate(pilot.targets):
            if target.proof:
                yield Written(pilot, ("targets", index, "proof"), target.proof)


def _of_tasks(repository: Repository) -> Iterator[Written]:
    for phase in repository.phases:
        for at, task in enumerate(phase.tasks):
            for index, output in enumerate(task.outputs):
                yield Written(phase, ("tasks", at, "outputs", index, "proof"), output.proof)
    for own in repository.tasks:
        for index, output in enumerate(own.outputs):
            yield Written(own, ("outputs", index, "proof"), output.proof)


def every_node(repository: Repository) -> Iterator[Written]:
    """Yield every node of every proof."""
    for entity, route, proof, criterion in every_proof(repository):
        for below, node in proof.nodes():
            yield Written(entity, (*route, *below), node, criterion)
