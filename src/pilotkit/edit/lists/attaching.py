"""Files for the rows of a sheet: found by the names in a column, what is missing or left over."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pilotkit.disk.intake import Incoming, UnfitFileError, take_in
from pilotkit.edit.lists.file_names import plain_name
from pilotkit.edit.lists.heads import SheetFault
from pilotkit.edit.lists.plan import Changed, Created, Plan
from pilotkit.model.sentence import Sentence, did_you_mean
from pilotkit.model.sheet_column import FILES

Places = dict[str, list[Path]]
_OF_SYSTEMS = frozenset({"__macosx", "desktop.ini", "thumbs.db"})


class Attached(NamedTuple):
    """The files of records, by the path of the record; the files that no row names."""

    files: Mapping[str, tuple[Incoming, ...]]
    left_over: tuple[str, ...]


def attached(plan: Plan, folder: Path | None, there: Places) -> Attached:
    """Find the files of a plan in a folder; what is missing or unfit becomes faults of the plan.

    `there` are those `below` the folder.
    """
    used = {place for name in plan.named for place in there.get(plain_name(name), ())}
    files: dict[str, tuple[Incoming, ...]] = {}
    rows: tuple[Changed | Created, ...] = (*plan.changed, *plan.created)
    for one in rows:
        taken: list[Incoming] = []
        for found in _taken(one, there, given=folder is not None):
            if isinstance(found, SheetFault):
                plan.faults.append(found)
            else:
                taken.append(found)
        if taken:
            files[one.path] = tuple(taken)
    every = {place for places in there.values() for place in places}
    left = sorted(place.relative_to(folder).as_posix() for place in every - used) if folder else []
    return Attached(files, tuple(left))


def below(folder: Path | None) -> Places:
    """Map names, and paths from the folder, to the files below it; links are not followed."""
    found: Places = {}
    if folder is None:
        return found
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_of_a_system(name))
        for name in sorted(name for name in names if not _is_of_a_system(name)):
            place = Path(above, name)
            called = {plain_name(name), plain_name(place.relative_to(folder).as_posix())}
            for each in sorted(called):
                found.setdefault(each, []).append(place)
    return found


def _is_of_a_system(name: str) -> bool:
    """Tell what Windows, macOS and Office put beside people's files."""
    return name.startswith((".", "~$")) or name.casefold() in _OF_SYSTEMS


def _taken(
    one: Changed | Created, there: Places, *, given: bool
) -> Iterator[Incoming | SheetFault]:
    """Yield the files that a row names, each with its name in the record's folder."""
    names: set[str] = set()
    for written in one.files:
        found = there.get(plain_name(written), [])
        if len(found) != 1:
            yield _missing(one, written, found, tuple(there), given=given)
            continue
        try:
            incoming = take_in(found[0])
        except UnfitFileError as error:
            # Where an archive was unpacked is no place that anybody knows.
            said = (text.replace(str(found[0]), written) for text in error.sentence)
            yield one.filled.fault(FILES, Sentence(*said), error.remedy)
            continue
        if plain_name(incoming.name) in names:
            twice = Sentence(f"两个文件都叫“{incoming.name}”", f"two are named {incoming.name!r}")
            yield one.filled.fault(FILES, twice)
        names.add(plain_name(incoming.name))
        yield incoming


def _missing(
    one: Changed | Created, name: str, found: list[Path], known: tuple[str, ...], *, given: bool
) -> SheetFault:
    if found:
        several = Sentence(
            f"附件里有 {len(found)} 个“{name}”，请写带文件夹的路径",
            f"{len(found)} files are named {name!r}; write the path",
        )
        return one.filled.fault(FILES, several)
    help_ = did_you_mean(name, known)
    if not given:
        help_ = Sentence(
            "用 --attachments 给出附件所在的文件夹或 .zip",
            "name its folder or .zip by --attachments",
        )
    return one.filled.fault(FILES, Sentence(f"缺附件“{name}”", f"no file {name!r}"), help_)
