"""Groups of standards that cite each other in a ring (Tarjan; without recursion, linear)."""

from collections.abc import Iterable, Mapping


class _Search:
    """A walk in depth over who cites whom, with what it has seen."""

    def __init__(self, cites: Mapping[str, Iterable[str]]) -> None:
        self._cites = cites
        self._order: dict[str, int] = {}
        self._lowest: dict[str, int] = {}
        self._open: dict[str, None] = {}
        self.rings: list[list[str]] = []

    def walk(self, start: str) -> None:
        """Visit all that can be reached from a name and was not seen before."""
        if start in self._order:
            return
        path = [(self._enter(start), iter(self._cites.get(start, ())))]
        while path:
            here, ahead = path[-1]
            following = next(ahead, None)
            if following is None:
                path.pop()
                self._leave(here)
                if path:
                    above = path[-1][0]
                    self._lowest[above] = min(self._lowest[above], self._lowest[here])
            elif following not in self._order:
                path.append((self._enter(following), iter(self._cites.get(following, ()))))
            elif following in self._open:
                self._lowest[here] = min(self._lowest[here], self._order[following])

    def _enter(self, name: str) -> str:
        self._order[name] = self._lowest[name] = len(self._order)
        self._open[name] = None
        return name

    def _leave(self, name: str) -> None:
        if self._lowest[name] != self._order[name]:
            return
        ring = [name]
        while (last := self._open.popitem()[0]) != name:
            ring.append(last)
        if len(ring) > 1:
            self.rings.append(sorted(ring))


def rings(cites: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Return the groups of two or more in which each reaches each, sorted."""
    search = _Search(cites)
    for name in cites:
        search.walk(name)
    return sorted(search.rings)
