"""体系结构图 as a drawing and as rows."""

from pilotkit.model.framework import Framework
from pilotkit.report.case import Case
from pilotkit.report.document import NOTHING, Cell, Column, Row, Table, merged, row
from pilotkit.report.drawings.framework import Layer, System, draw
from pilotkit.report.drawings.framework_boxes import Pillar, Subsystem
from pilotkit.report.tables.system import Shelf, shelves


def framework_drawing(case: Case) -> str:
    """Draw the layers, the pillars and the subsystems with their counts; nothing without any."""
    framework = case.repository.framework
    if framework is None:
        return ""
    every = shelves(case)
    layers = [
        Layer(
            case.say(f"第{layer.number}层", f"Layer {layer.number}"),
            layer.name,
            [_pillar(p.id, p.name, every) for p in framework.pillars if p.layer == layer.number],
            _relation(case, framework, layer.number),
        )
        for layer in framework.layers
    ]
    return draw(System(framework.name, layers), case.lang)


def _pillar(id_: str, name: str, every: list[Shelf]) -> Pillar:
    return Pillar(
        id_,
        name,
        [
            Subsystem(
                shelf.number,
                shelf.name,
                sum(one.own for one in shelf.standards),
                sum(not one.own for one in shelf.standards),
            )
            for shelf in every
            if shelf.pillar == id_
        ],
    )


def _relation(case: Case, framework: Framework, number: int) -> str:
    """Say what a layer does to the next: the first is the base, the others bind what follows."""
    numbers = [layer.number for layer in framework.layers]
    if number == numbers[0]:
        return case.say("基础，普遍使用", "the base, used throughout")
    return (
        "" if number == numbers[-1] else case.say("共同制约、具体落实", "bind, and are carried out")
    )


def framework_table(case: Case) -> Table:
    """Count the standards of every subsystem."""
    every = shelves(case)
    layers = _layer_names(case)
    rows = merged([_row(layers, shelf) for shelf in every], 2)
    whole = [one for shelf in every for one in shelf.standards]
    own = sum(one.own for one in whole)
    head = Cell(case.say("合计", "Total"), across=4)
    counts = row(len(whole), own, len(whole) - own)
    columns = (
        Column(case.say("层次", "Layer"), width=12),
        Column(case.say("支柱体系", "Pillar"), width=20),
        Column(case.say("编号", "Number"), "code", 8),
        Column(case.say("子体系", "Subsystem"), width=24),
        Column(case.say("标准数", "Standards"), "number", 8),
        Column(case.say("自编", "Own"), "number", 8),
        Column(case.say("采用", "Adopted"), "number", 8),
    )
    caption = case.say("标准体系构成", "The system of standards")
    total = Row((head, None, None, None, *counts.cells), total=True)
    return Table(caption, columns, (*rows, total))


def _layer_names(case: Case) -> dict[str, str]:
    """Map the pillars to the names of their layers."""
    framework = case.repository.framework
    if framework is None:
        return {}
    names = {layer.number: layer.name for layer in framework.layers}
    return {pillar.id: names.get(pillar.layer, NOTHING) for pillar in framework.pillars}


def _row(layers: dict[str, str], shelf: Shelf) -> Row:
    own = sum(one.own for one in shelf.standards)
    count = len(shelf.standards)
    name = Cell(shelf.name, tone="plain" if count else "bad")
    layer = layers.get(shelf.pillar, NOTHING)
    return row(layer, shelf.pillar_name, shelf.number, name, count, own, count - own)


def empty_subsystems(case: Case) -> list[str]:
    """Name the subsystems without any standard."""
    return [f"{one.number} {one.name}" for one in shelves(case) if not one.standards]
