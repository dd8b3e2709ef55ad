"""Drawing a sample that anybody can draw again: by a printed seed, without any random source."""

from collections.abc import Iterable
from hashlib import sha256


def drawn(names: Iterable[str], seed: str, count: int) -> tuple[str, ...]:
    """Draw `count` of the names, in order of the SHA-256 of `<seed>:<name>`.

    A name that comes or goes leaves the others of the sample in it but for one at its edge.
    """
    return tuple(sorted(set(names), key=lambda name: _rank(name, seed))[:count])


def _rank(name: str, seed: str) -> tuple[str, str]:
    return sha256(f"{seed}:{name}".encode()).hexdigest(), name
