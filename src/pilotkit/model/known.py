"""What was worked out before, for as long as nothing that it follows from has changed.

Revisions of one run share their records: what is said of a record that did not change is looked
up, not worked out again. What a conclusion follows from is always given with the question, and is
compared whole; so nothing old can be mistaken for what holds now.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

Looked = TypeVar("Looked")
Said = TypeVar("Said")


@dataclass(eq=False)
class Known:
    """Conclusions by the name of whoever asks; of each only those of its last circumstances.

    Records are told apart by being the same object, and kept while they are known of.
    """

    _wholes: dict[str, tuple[object, Any]] = field(default_factory=dict)
    _pieces: dict[str, tuple[object, dict[int, Any]]] = field(default_factory=dict)
    _held: dict[int, Any] = field(default_factory=dict)

    def whole(self, asker: str, follows_from: object, work: Callable[[], Said]) -> Said:
        """Return what was worked out of the same, else work it out."""
        before = self._wholes.get(asker)
        if before is None or before[0] != follows_from:
            before = self._wholes[asker] = follows_from, work()
        said: Said = before[1]
        return said

    def each(
        self, asker: str, within: object, looked: Iterable[Looked], work: Callable[[Looked], Said]
    ) -> list[Said]:
        """Return what is said of each, in order; within other circumstances all are looked at anew.

        `work` may use what it is given and what `within` holds, and nothing else that can change.
        """
        before = self._pieces.get(asker)
        if before is None or before[0] != within:
            before = self._pieces[asker] = within, {}
        known: dict[int, Said] = before[1]
        every = looked if isinstance(looked, tuple) else tuple(looked)
        try:
            return list(map(known.__getitem__, map(id, every)))
        except KeyError:
            for one in every:
                if id(one) not in known:
                    self._held[id(one)] = one
                    known[id(one)] = work(one)
        return [known[id(one)] for one in every]
