"""What a cell calls a record by: its id, the number of a standard, or a name that no other has."""

from collections.abc import Iterable, Iterator

from pilotkit.model.repository import Repository


def referred(kinds: Iterable[str], text: str, repository: Repository) -> tuple[str, ...]:
    """Return the ids of the records of these kinds that a text means; none, one or several."""
    found = [one for kind in kinds for one in _named(kind, repository)]
    if any(id_ == text for id_, _ in found):
        return (text,)
    by_number = repository.standard_by_number(text) if "standards" in kinds else None
    if by_number:
        return (by_number.id,)
    return tuple(sorted({id_ for id_, name in found if name == text}))


def _named(kind: str, repository: Repository) -> Iterator[tuple[str, str | None]]:
    """Yield the id and the name of every record of a kind."""
    match kind:
        case "standards":
            yield from ((one.id, one.title) for one in repository.all_standards)
        case "items":
            yield from ((one.id, one.name) for one in repository.items)
        case "posts":
            yield from ((one.id, one.name) for one in repository.posts)
        case "laws":
            for law in repository.laws:
                names = (law.title, f"《{law.title}》", law.number)
                yield from ((law.id, name) for name in names)
        case _:
            for staff in repository.staff:
                yield from ((one.person, one.name) for one in staff.people)
