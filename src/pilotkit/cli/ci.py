"""`pilot ci`: workflows that validate untrusted pull requests without giving them anything."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pilotkit import __version__
from pilotkit.cli.options import Exit, FolderOption, LangOption, echo, workspace
from pilotkit.disk.bundled import read_templates
from pilotkit.disk.writing import write_new
from pilotkit.git.checkout import find_checkout
from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence
from pilotkit.report.escape import visible

# What may stand in a shell line of a workflow without quotes.
_PLAIN = re.compile(r"[A-Za-z0-9._/-]+")
# What GitHub does by its own program, the others do by this one.
_SCRIPT = "pilot_comment.py"
_REQUIRED = "pilotkit-requirements.txt"


class Server(StrEnum):
    """Where pull requests are made."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


_PLACES = {
    Server.GITHUB: {
        "pilot.yml": ".github/workflows/pilot.yml",
        "pilot-comment.yml": ".github/workflows/pilot-comment.yml",
        "pilot-nightly.yml": ".github/workflows/pilot-nightly.yml",
        _REQUIRED: ".github/pilotkit-requirements.txt",
    },
    Server.GITLAB: {
        "pilot.gitlab-ci.yml": "pilot.gitlab-ci.yml",
        _REQUIRED: _REQUIRED,
        _SCRIPT: _SCRIPT,
    },
    Server.GITEA: {
        "pilot.yml": ".gitea/workflows/pilot.yml",
        "pilot-comment.yml": ".gitea/workflows/pilot-comment.yml",
        "pilot-nightly.yml": ".gitea/workflows/pilot-nightly.yml",
        _REQUIRED: ".gitea/pilotkit-requirements.txt",
        _SCRIPT: ".gitea/pilot_comment.py",
    },
}


def ci(
    server: Annotated[
        Server, typer.Argument(metavar="平台 / SERVER", help="托管平台 / the git server")
    ],
    folder: FolderOption = Path(),
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只打印，不写 / only print")] = False,
    lang: LangOption = "zh",
) -> None:
    """放好检查合并请求的流水线 / put workflows for pull requests in place."""
    checkout = find_checkout(workspace(folder, lang))
    where = checkout.prefix.rstrip("/") or "."
    if not _PLAIN.fullmatch(where):
        raise Fault(
            Sentence(
                f"工作区的路径“{where}”不能写进流水线", f"{where!r} cannot stand in a workflow"
            ),
            Sentence("路径只用字母、数字和 . _ - /", "use letters, digits and . _ - / in the path"),
        )
    kept = False
    for name, text in read_templates("ci").items():
        path = _path(server, name)
        if path is None:
            continue
        content = text.replace("@WORKSPACE@", where).replace("@VERSION@", __version__)
        if dry_run:
            echo(f"# {path}\n{content}\n")
            continue
        try:
            write_new(Path(checkout.top), path, content.encode())
            echo(Sentence(f"已写入 {path}\n", f"wrote {path}\n").to(lang))
            if path.endswith(_REQUIRED):
                first = Sentence(
                    f"先改 {path}：写上你们装得到 pilotkit 的地址\n",
                    f"first say in {path} where pilotkit is installed from\n",
                )
                echo(first.to(lang))
        except FileExistsError:
            kept = True
            there = Sentence(f"{path} 已有，没有改动", f"{path} is there already and stays").to(
                lang
            )
            typer.echo(visible(there), err=True)
    if kept:
        raise typer.Exit(Exit.FINDINGS)


def _path(server: Server, name: str) -> str | None:
    """Return where a template belongs; nowhere where it is another server's."""
    folder, _, file = name.removeprefix("ci/").rpartition("/")
    return _PLACES[server].get(file) if folder in {"", server} else None
