"""`pilot init`: an empty pilot with the bundled table and a framework preset."""

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.options import LangOption, echo, refuse
from pilotkit.disk.bundled import read_bundled
from pilotkit.disk.failure import cannot_write
from pilotkit.disk.writing import UnsafePathError, write_new
from pilotkit.edit.new_pilot import Answers, new_pilot
from pilotkit.model.sentence import Lang, Sentence, did_you_mean
from pilotkit.report.escape import visible

_PRESETS = "official/frameworks"
_ID = "danwei"
_YEARS = 3


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="文件夹 / DIR", help="新工作区的文件夹 / the new workspace")
    ],
    name: Annotated[str, typer.Option(help="试点名称 / the pilot's name")] = "",
    unit: Annotated[str, typer.Option(help="承担单位 / the undertaking unit")] = "",
    unit_id: Annotated[str, typer.Option(help="承担单位的编号 / its id, ASCII")] = _ID,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="开始日期 / first day")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="结束日期 / last day")
    ] = None,
    preset: Annotated[str, typer.Option(help="体系框架预设 / framework preset")] = "gbt32170",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只列出要写的文件 / only list the files")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="不提问，用默认值 / never ask")] = False,
    lang: LangOption = "zh",
) -> None:
    """新建一个空的试点工作区 / make an empty pilot."""
    framework = _framework(preset, lang)
    if (folder / "data/pilot.yaml").exists():
        there = Sentence(f"{folder} 里已经有试点了", f"there is a pilot in {folder} already")
        refuse(there.to(lang), Sentence("换一个空文件夹", "name an empty folder").to(lang))
    silent = yes or not sys.stdin.isatty()
    first = since.date() if since else date.today()  # noqa: DTZ011 - the day on the office's wall
    last = until.date() if until else _after(first)
    answers = Answers(
        name or _asked("试点名称 / name", "政务服务标准化试点", silent=silent),
        unit_id,
        unit or _asked("承担单位 / undertaking unit", "承担单位（待填）", silent=silent),
        first,
        last,
    )
    if last < first:
        refuse(Sentence("结束日期早于开始日期", "the pilot would end before it begins").to(lang))
    _write(folder, new_pilot(answers, framework), lang, dry_run=dry_run)


def _after(first: date) -> date:
    """Three years later, the usual length of a national pilot; 29 February becomes the 28th."""
    try:
        return first.replace(year=first.year + _YEARS)
    except ValueError:
        return first.replace(year=first.year + _YEARS, day=28)


def _asked(question: str, usual: str, *, silent: bool) -> str:
    return usual if silent else str(typer.prompt(question, default=usual))


def _framework(preset: str, lang: Lang) -> bytes:
    presets = read_bundled(_PRESETS)
    known = [path.rpartition("/")[2].removesuffix(".yaml") for path in presets]
    if preset not in known:
        near = did_you_mean(preset, known)
        every = Sentence(f"可选：{'、'.join(known)}", f"presets: {', '.join(known)}")
        unknown = Sentence(f"没有预设“{preset}”", f"no preset {preset!r}").to(lang)
        refuse(f"{unknown} — {(near or every).to(lang)}")
    return presets[f"{_PRESETS}/{preset}.yaml"]


def _write(folder: Path, files: Mapping[str, bytes], lang: Lang, *, dry_run: bool) -> None:
    for path, content in sorted(files.items()):
        if dry_run:
            echo(f"{path}\n")
            continue
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_new(folder, path, content)
        except FileExistsError:
            kept = Sentence("已有，保留不动", "is there already and stays").to(lang)
            typer.echo(f"{path}: {kept}", err=True)
        except UnsafePathError as unsafe:
            refuse(unsafe.sentence.to(lang))
        except OSError as error:
            refuse(cannot_write(path, error).to(lang))
    if not dry_run:
        done = Sentence(
            f"已建好。下一步：pilot validate -C {folder}", f"done. Next: pilot validate -C {folder}"
        )
        echo(f"{visible(done.to(lang))}\n")
