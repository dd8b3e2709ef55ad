"""The bundled register of national standards: families that nobody has to collect to be known."""

from collections.abc import Mapping
from functools import lru_cache

from pilotkit.load.yaml_source import places_of, read_yaml
from pilotkit.model.entity import Origin
from pilotkit.model.files import Files
from pilotkit.model.location import Source
from pilotkit.model.number import same_key
from pilotkit.model.standard import AdoptedStandard

_FOLDER = "official/register/"


def registered(files: Files) -> Mapping[str, AdoptedStandard]:
    """Return the families of the register by their numbers; read when first asked for."""
    shipped = {path: text for path, text in files.bundled.items() if path.startswith(_FOLDER)}
    return _read(tuple(sorted(shipped.items())))


@lru_cache(maxsize=2)
def _read(shipped: tuple[tuple[str, bytes], ...]) -> Mapping[str, AdoptedStandard]:
    found: dict[str, AdoptedStandard] = {}
    for path, content in shipped:
        origin = Origin(Source(path, content, places_of), ())
        family = AdoptedStandard.model_validate(read_yaml(path, content).data, context=origin)
        found[same_key(family.number)] = family
    return found
