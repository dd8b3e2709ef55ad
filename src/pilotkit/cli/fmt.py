"""`pilot fmt`: mending what has one right answer, in texts of standards and in records."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.naming import refuse_unknown_paths
from pilotkit.cli.options import Exit, FolderOption, LangOption, echo, lies_below, workspace
from pilotkit.disk.worktree import read_worktree
from pilotkit.disk.writing import replace
from pilotkit.edit.fixes.layout import fixed
from pilotkit.model.sentence import Sentence
from pilotkit.report.escape import visible


def fmt(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="文件或文件夹 / PATH", help="只改这些文件或文件夹 / only these"),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="只看有没有要改的，有则退出码 1 / exit 1 if any")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="列出会怎样改，不写入 / show, do not write")
    ] = False,
    folder: FolderOption = Path(),
    lang: LangOption = "zh",
) -> None:
    """改好只有一种写法的地方：连接号、标点、固定句、换行等 / mend what has one right answer."""
    root = workspace(folder, lang)
    texts = read_worktree(root).texts
    meant = sorted(path for path in texts if lies_below(path, paths, root))
    refuse_unknown_paths(paths, texts, root, lang)
    changed = {path: new for path in meant if (new := fixed(path, texts[path])) != texts[path]}
    for path, new in changed.items():
        if diff:
            echo("".join(f"{visible(line)}\n" for line in _compared(path, texts[path], new)))
        else:
            if not check:
                replace(root, path, new)
            echo(f"{visible(path)}\n")
    typer.echo(_told(len(changed), len(meant), check or diff).to(lang), err=diff)
    if check and changed:
        raise typer.Exit(Exit.FINDINGS)


def _compared(path: str, old: bytes, new: bytes) -> Iterator[str]:
    """Yield a unified diff; a last line without its newline says so, as git does."""
    before, after = (one.decode(errors="replace").split("\n") for one in (old, new))
    for lines in (before, after):
        if lines[-1]:
            lines[-1] += "\n"
        else:
            lines.pop()
    for line in unified_diff(before, after, path, path, lineterm=""):
        yield line.removesuffix("\n")
        if line.endswith("\n"):
            yield "\\ No newline at end of file"


def _told(changed: int, meant: int, only_looking: bool) -> Sentence:
    if not changed:
        return Sentence(f"{meant} 个文件都不用改", f"nothing to mend in {meant} files")
    if only_looking:
        return Sentence(
            f"{meant} 个文件中 {changed} 个要改", f"{changed} of {meant} files would be mended"
        )
    return Sentence(f"{meant} 个文件中改了 {changed} 个", f"mended {changed} of {meant} files")
