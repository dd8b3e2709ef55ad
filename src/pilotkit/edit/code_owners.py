"""CODEOWNERS: who must approve a change to whose records, from the units and their accounts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pilotkit.model.repository import Repository
from pilotkit.model.unit import Unit

_ACCOUNT = re.compile(
    r"@[A-Za-z0-9][A-Za-z0-9-]{0,38}(/[A-Za-z0-9._-]{1,100})?|[^@\s]+@[^@\s]+\.[a-z]+"
)
_FOLDERS = ("tasks", "items", "posts", "documents", "evidence")
_HEAD = "# 由 pilot codeowners 生成，勿手改；单位的账号写在 data/units.yaml 的 accounts\n"


class CodeOwners(NamedTuple):
    """The file, and the units that own records and name no account that could approve."""

    text: str
    without_account: tuple[str, ...]


def code_owners(repository: Repository, prefix: str = "") -> CodeOwners:
    """Write the file for a workspace that lies at `prefix` of its git repository.

    The office owns all; a unit its own folders and, a line a file, the standards that it writes:
    the last line that matches decides.
    """
    office = _accounts(list(repository.units_in_roles(["牵头"])))
    root = f"/{prefix}data/"
    lines = [f"{root} {office}"] if office else []
    lines += [f"{root}{one}/ {office}" for one in ("laws", "standards/adopted") if office]
    without: list[str] = []
    for unit in repository.living_units():
        own = list(_paths(repository, unit))
        accounts = _accounts([unit])
        if own and not accounts:
            without.append(unit.id)
        elif accounts:
            lines += [f"{root}{path} {accounts}" for path in own]
    return CodeOwners(_HEAD + "".join(f"{line}\n" for line in lines), tuple(without))


def _accounts(units: list[Unit]) -> str:
    """Only what has the shape of an account: anything else would own nothing, or everything."""
    named = [account for unit in units for account in unit.accounts if _ACCOUNT.fullmatch(account)]
    return " ".join(dict.fromkeys(named))


def _paths(repository: Repository, unit: Unit) -> Iterator[str]:
    """Yield a unit's folders, whether or not they exist yet; its standards and their pictures."""
    yield from (f"{folder}/{unit.id}/" for folder in _FOLDERS)
    yield f"staff/{unit.id}.yaml"
    pictures = [one for one in repository.files.attachments if one.startswith("data/standards/")]
    for standard in repository.standards:
        if repository.unit_id(standard.unit) == unit.id:
            yield standard.path.removeprefix("data/")
            if any(one.startswith(f"{standard.pictures_folder}/") for one in pictures):
                yield f"{standard.pictures_folder.removeprefix('data/')}/"
