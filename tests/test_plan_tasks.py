"""Each task of the real plan is completed by its own records and by no other's."""

from datetime import date
from pathlib import Path

import pytest

from cases import files_of
from pilotkit.check.runner import check
from pilotkit.load.loader import load
from pilotkit.measure.basis import Basis
from pilotkit.measure.runner import Measurements
from pilotkit.model.day import AsOf, DaySource
from pilotkit.model.plan import Output, Task
from pilotkit.model.repository import Repository
from pilotkit.model.score import ProofResult
from pilotkit.score.prover import Prover
from plan_records import COMPLETING, WORLD, Texts

ROOT = Path(__file__).parents[1]
OF_THE_PILOT = ("framework.yaml", "phases.yaml", "scoring.yaml")
REAL = {f"data/{name}": (ROOT / "data" / name).read_text("utf-8") for name in OF_THE_PILOT}


def prover_of(texts: Texts) -> Prover:
    files = files_of(WORLD | REAL | texts)
    repository, unreadable = load(files, None, AsOf(date(2024, 4, 10), DaySource.TODAY))
    assert unreadable == []
    basis = Basis(repository, tuple(check(repository)))
    return Prover(basis, Measurements(basis))


def results(prover: Prover, output: Output) -> list[ProofResult]:
    repository = prover.basis.repository
    if not output.each:
        return [prover.prove(output.proof)]
    units = repository.units_in_roles(output.each)
    return [prover.prove(output.proof, unit.id) for unit in units]


def is_complete(prover: Prover, task: Task) -> bool:
    found = [result for output in task.outputs for result in results(prover, output)]
    return all(result.share == 1 for result in found)


def waits_for_a_rule(prover: Prover, task: Task) -> bool:
    """Say whether a proof of the task names a rule that is declared and not built yet."""
    found = [result for output in task.outputs for result in results(prover, output)]
    return any(not node.built for result in found for node in result.nodes())


def tasks_of(repository: Repository) -> list[Task]:
    return [task for phase in repository.phases for task in phase.tasks]


def test_every_task_is_tried() -> None:
    tasks = tasks_of(prover_of({}).basis.repository)
    assert [task.id for task in tasks] == list(COMPLETING)


def test_without_records_nothing_is_complete() -> None:
    prover = prover_of({})
    done = [task.id for task in tasks_of(prover.basis.repository) if is_complete(prover, task)]
    assert done == []


@pytest.mark.parametrize("id_", COMPLETING)
def test_a_task_is_completed_by_its_records_alone(id_: str) -> None:
    prover = prover_of(COMPLETING[id_])
    tasks = tasks_of(prover.basis.repository)
    waiting = {task.id for task in tasks if waits_for_a_rule(prover, task)}
    done = [task.id for task in tasks if is_complete(prover, task)]
    assert done == ([] if id_ in waiting else [id_])
