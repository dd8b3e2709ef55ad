"""Files that commands write for people: what somebody has worked on is left alone, and compared."""

from datetime import date
from pathlib import Path

import typer

from pilotkit.cli.options import echo, refuse
from pilotkit.disk.failure import cannot, cannot_read, cannot_write
from pilotkit.disk.outputs import put, read_output
from pilotkit.disk.writing import UnsafePathError
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.comparison.files import compare
from pilotkit.report.escape import visible
from pilotkit.report.runner import Made

# More than a screen of differences is read with --keep.
_SHOWN = 20


class Outputs:
    """A folder for written files."""

    def __init__(self, place: Path, lang: Lang, *, force: bool) -> None:
        self.place, self.lang, self.force = place, lang, force

    def put(self, made: Made) -> str:
        """Write a file, print its path and return its name.

        Where somebody has changed the file of that name, say where the two differ.
        """
        today = date.today().isoformat()  # noqa: DTZ011 - the day on the office's wall
        beside = Sentence(f"新-{today}", f"new-{today}").to(self.lang)
        try:
            done = put(self.place, made.name, made.content, beside, force=self.force)
        except UnsafePathError as error:
            refuse(error.sentence.to(self.lang))
        except UnicodeEncodeError:
            unheld = Sentence(
                f"这里的文件名编码写不了“{made.name}”", f"file names here cannot hold {made.name!r}"
            )
            remedy = Sentence("看怎么补：pilot doctor", "what mends it: pilot doctor")
            refuse(unheld.to(self.lang), remedy.to(self.lang))
        except OSError as error:
            refuse(cannot_write(made.name, error).to(self.lang))
        if done.kept is not None:
            self._tell_kept(made, done.name, done.kept)
        echo(f"{visible(str(near(self.place / done.name)))}\n")
        return done.name

    def _tell_kept(self, made: Made, name: str, kept: bytes) -> None:
        tell(
            Sentence(
                f"{made.name} 有人改过，没有动它；新的是 {name}。两者不同之处（改过的 → 新的）：",
                f"{made.name} was changed by hand and stays; the new one is {name}."
                " Where they differ (changed → new):",
            ),
            self.lang,
        )
        found = compare(Path(made.name).suffix, kept, made.content)
        for one in found[:_SHOWN]:
            tell(Sentence(f"  {one.zh}", f"  {one.en}"), self.lang)
        if (more := len(found) - _SHOWN) > 0:
            tell(
                Sentence(
                    f"  另有 {more} 处，用 --keep 看全部", f"  {more} more: all of them by --keep"
                ),
                self.lang,
            )


def output_folder(output: Path | None, root: Path, lang: Lang) -> Path:
    """Make the folder to write to, `build/` where none is named: never among the records."""
    place = (output or root / "build").resolve()
    if output is None and (root / "build").is_symlink():
        linked = Sentence("build 是链接，不跟随", "build is a link, which is not followed")
        refuse(linked.to(lang), Sentence("请用 -o 另指文件夹", "name another with -o").to(lang))
    if place.is_relative_to((root / "data").resolve()):
        inside = Sentence("报告不写进 data/", "reports are not written into data/")
        refuse(inside.to(lang), Sentence("请用 -o 另指文件夹", "name another with -o").to(lang))
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse(cannot(Sentence(f"不能写到 {place}", f"cannot write to {place}"), error).to(lang))
    return place


def differs(keep: Path, made: Made, lang: Lang) -> bool:
    """Print where a file differs from what would be written; say whether it does."""
    try:
        kept = read_output(keep)
    except OSError as error:
        refuse(cannot_read(keep, error).to(lang))
    found = compare(Path(made.name).suffix, kept, made.content)
    echo("".join(f"{visible(one.to(lang))}\n" for one in found))
    if not found:
        tell(Sentence("没有不同", "no difference"), lang)
    return bool(found)


def near(path: Path) -> Path:
    """Name a path from the working folder where it lies below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def tell(sentence: Sentence, lang: Lang) -> None:
    """Say to whoever is watching what is being done."""
    typer.echo(visible(sentence.to(lang)), err=True)
