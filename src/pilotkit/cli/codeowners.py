"""`pilot codeowners`: who must approve changes to whose records, for the git server."""

from pathlib import Path
from typing import Annotated

import typer

from pilotkit.cli.options import Exit, FolderOption, LangOption, echo, workspace
from pilotkit.cli.pipeline import examine
from pilotkit.cli.reading import read
from pilotkit.disk.writing import replace
from pilotkit.edit.code_owners import code_owners
from pilotkit.git.checkout import find_checkout
from pilotkit.model.sentence import Sentence
from pilotkit.report.escape import visible


def codeowners(
    folder: FolderOption = Path(),
    output: Annotated[
        str, typer.Option("-o", "--output", help="文件，相对仓库的根 / the file, from git's root")
    ] = ".github/CODEOWNERS",
    check: Annotated[
        bool, typer.Option("--check", help="只核对，不一致时退出码为 1 / only compare")
    ] = False,
    lang: LangOption = "zh",
) -> None:
    """由单位的账号生成 CODEOWNERS / write CODEOWNERS from the units' accounts."""
    root = workspace(folder, lang)
    checkout = find_checkout(root)
    owners = code_owners(examine(read(root), None, showing=False).repository, checkout.prefix)
    if nameless := owners.without_account:
        n, units = len(nameless), "、".join(nameless)
        said = Sentence(
            f"{n} 个单位没有写账号，它们的记录由牵头单位审批：{units}；"
            '账号写在 data/units.yaml，如 accounts: ["@zhangsan"]',
            f"{n} units name no account, the office approves for them: {', '.join(nameless)};"
            ' write accounts: ["@name"] in data/units.yaml',
        )
        typer.echo(visible(said.to(lang)), err=True)
    place = Path(checkout.top) / output
    there = place.read_bytes() if place.is_file() else None
    if there == owners.text.encode():
        echo(Sentence(f"{output} 已是最新\n", f"{output} is up to date\n").to(lang))
        return
    if check:
        differs = Sentence(f"{output} 与单位账号不一致，请重新生成", f"{output} is out of date")
        echo(f"{differs.to(lang)}\n")
        raise typer.Exit(Exit.FINDINGS)
    replace(Path(checkout.top), output, owners.text.encode())
    echo(Sentence(f"已写入 {output}\n", f"wrote {output}\n").to(lang))
