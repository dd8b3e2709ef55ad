"""Runs measures over a basis, each once."""

from dataclasses import dataclass, field

from pilotkit.measure.basis import Basis
from pilotkit.measure.measures import BY_NAME
from pilotkit.model.measurement import Measurement


@dataclass(frozen=True)
class Measurements:
    """The measurements of one basis; a measure runs when it is first asked for."""

    basis: Basis
    _done: dict[str, Measurement] = field(default_factory=dict)

    def get(self, name: str) -> Measurement | None:
        """Return the measurement of a measure by its name; None where there is no such measure."""
        if name not in BY_NAME:
            return None
        if name not in self._done:
            self._done[name] = BY_NAME[name].of(self.basis)
        return self._done[name]

    def every(self) -> dict[str, Measurement]:
        """Return all measurements by name, in the order of the list."""
        return {name: found for name in BY_NAME if (found := self.get(name))}
