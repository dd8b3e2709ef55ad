"""What a command line may name: units, and files of the workspace; what is unknown is refused."""

from collections.abc import Collection, Sequence
from pathlib import Path

from pilotkit.cli.options import lies_below, refuse
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Lang, Sentence, did_you_mean
from pilotkit.model.unit import Unit

_MOST_LISTED = 40


def unit_named(repository: Repository, name: str, lang: Lang) -> Unit:
    """Find the unit that an option names, or leave with the one that may be meant."""
    found = repository.unit(name)
    if found is None:
        unknown = Sentence(f"没有单位“{name}”", f"no unit {name!r}")
        around = (one for one in repository.unit_names if name and name in one)
        meant = next(around, None)
        near = did_you_mean(meant or name, [meant] if meant else repository.unit_names)
        refuse(unknown.to(lang), (near or _known(repository)).to(lang))
    return found


def _known(repository: Repository) -> Sentence:
    names = [one.name for one in repository.units]
    if not names:
        return Sentence("data/units.yaml 里还没有单位", "data/units.yaml holds no unit yet")
    listed, more = names[:_MOST_LISTED], "……" if len(names) > _MOST_LISTED else ""
    return Sentence(
        f"data/units.yaml 里有：{'、'.join(listed)}{more}",
        f"data/units.yaml knows: {', '.join(listed)}{more}",
    )


def refuse_unknown_paths(
    paths: Sequence[str] | None, known: Collection[str], root: Path, lang: Lang
) -> None:
    """Leave where one of the paths names nothing of the workspace."""
    for path in paths or ():
        there = Path(path).exists() or (root / path).exists()
        if not there and not any(lies_below(one, [path], root) for one in known):
            gone = Sentence(f"工作区里没有 {path}", f"the workspace has no {path}")
            remedy = Sentence("请给出 data/ 下的文件或文件夹", "name a file or folder below data/")
            refuse(gone.to(lang), remedy.to(lang))
