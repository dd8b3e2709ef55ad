"""The system of standards: layers, pillars, subsystems (`data/framework.yaml`)."""

from collections.abc import Iterator

from pilotkit.model.entity import Entity, Part
from pilotkit.model.location import Route
from pilotkit.model.values import Count, Id, Several, Text


class Subsystem(Part):
    """A 子体系 of a pillar; a leaf where it has no subsystems of its own.

    `items` (class, kinds) are not written here: standards name their subsystem.
    """

    id: Id
    name: Text
    aliases: Several[Text] = ()
    subsystems: Several["Subsystem"] = ()
    note: Text | None = None

    def leaves(self) -> Iterator["Subsystem"]:
        """Yield the subsystems at the bottom, itself where there are none below."""
        if not self.subsystems:
            yield self
        for below in self.subsystems:
            yield from below.leaves()

    def placed(self, route: Route) -> Iterator[tuple[Route, "Subsystem"]]:
        """Yield itself and every subsystem below, each with its route."""
        yield route, self
        for index, below in enumerate(self.subsystems):
            yield from below.placed((*route, "subsystems", index))


class Pillar(Part):
    """A 支柱体系, on its layer: JC 通用基础, TG 服务提供, GL 管理, GZ 岗位工作."""

    id: Text
    name: Text
    aliases: Several[Text] = ()
    layer: Count
    subsystems: Several[Subsystem] = ()
    note: Text | None = None


class Layer(Part):
    """A level of the system; the first is the base of the others."""

    number: Count
    name: Text


class Framework(Entity):
    """The whole file."""

    name: Text
    source: Text | None = None
    preset: Text | None = None
    layers: Several[Layer]
    pillars: Several[Pillar]

    def subsystems(self) -> Iterator[tuple[Pillar, Subsystem]]:
        """Yield every subsystem with its pillar, in the order written."""
        return ((pillar, subsystem) for _, pillar, subsystem in self.with_routes())

    def with_routes(self) -> Iterator[tuple[Route, Pillar, Subsystem]]:
        """Yield every subsystem with its route and its pillar, in the order written."""
        for at, pillar in enumerate(self.pillars):
            for index, top in enumerate(pillar.subsystems):
                for route, subsystem in top.placed(("pillars", at, "subsystems", index)):
                    yield route, pillar, subsystem
