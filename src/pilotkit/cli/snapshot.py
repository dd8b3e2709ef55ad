"""`pilot snapshot`: what an inspection saw, kept so that it can be proved later."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from pilotkit import __version__
from pilotkit.cli.diff import put_back
from pilotkit.cli.options import AsOfOption, Exit, FolderOption, LangOption, day, echo, workspace
from pilotkit.cli.pipeline import examine, scored
from pilotkit.cli.reading import Reading, Revisions, read
from pilotkit.disk.worktree import read_worktree
from pilotkit.disk.writing import write_new
from pilotkit.git.checkout import Checkout, find_checkout, is_detached
from pilotkit.git.recording import is_signed, prepare, publish, said_by, signing_key, tag, tagged
from pilotkit.git.uncommitted import uncommitted
from pilotkit.history.diff import reports_trouble
from pilotkit.history.snapshot import FOLDER, Differences, differences, manifest, read_snapshot
from pilotkit.load.loader import load
from pilotkit.model.evidence.record import Evidence
from pilotkit.model.fault import Fault
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.escape import visible
from pilotkit.report.numbering import numbers_of

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}")
_VERIFY = "verify"
_SIGNED = Sentence("标签已用本人的 SSH 密钥签名", "the tag is signed with your SSH key")
_UNSIGNED = Sentence(
    "标签没有签名。要签名，先运行 git config --global gpg.format ssh 和"
    " git config --global user.signingKey 公钥文件",
    "the tag is not signed; to sign, run git config --global gpg.format ssh and"
    " git config --global user.signingKey FILE first",
)

_ON_NO_BRANCH = Sentence(
    "现在不在任何分支上：这个提交只有标签指着，要留在分支里，请用 git merge 并进去",
    "no branch is checked out: only the tag names this commit; git merge brings it to a branch",
)


def snapshot(
    name: Annotated[
        str, typer.Argument(metavar="名称 / NAME", help="快照名，或 verify / a name, or verify")
    ],
    verified: Annotated[
        str | None,
        typer.Argument(metavar="快照 / SNAPSHOT", help="要核对的快照 / the snapshot to verify"),
    ] = None,
    folder: FolderOption = Path(),
    signers: Annotated[
        Path | None,
        typer.Option(help="允许的签名人，须在工作区之外 / allowed signers, from outside"),
    ] = None,
    as_of: AsOfOption = None,
    lang: LangOption = "zh",
) -> None:
    """留下快照并打标签；verify 核对此后的改动 / keep a snapshot, or verify one."""
    root = workspace(folder, lang)
    if name == _VERIFY:
        _verify(root, verified or "", signers, lang)
    else:
        _take(root, name, day(as_of), lang)


def _take(root: Path, name: str, as_of: date | None, lang: Lang) -> None:
    checkout = _clean_checkout(root, name)
    examined = examine(read(root), as_of, attachments=False)
    numbers = numbers_of(examined.appraisal).by_path
    content = manifest(name, examined.repository.files, examined.score, numbers, __version__)
    path = f"{FOLDER}/{name}.json"
    points = points_text(examined.score.supported)
    message = f"pilot snapshot {name}: {points}, as of {examined.score.as_of.day}"
    prepared = prepare(checkout, path, content, message)
    commit, key = prepared.commit, signing_key(checkout)
    # The tag comes first: a key that does not sign must leave nothing half done.
    tag(checkout, name, commit, f"{message}\n\n{_sealed(content)}\n", key)
    write_new(root, path, content)
    publish(checkout, prepared)
    done = Sentence(
        f"已留快照 {name}：{path}，提交 {commit[:10]}，标签 {name}，有据得分 {points}",
        f"snapshot {name}: {path}, commit {commit[:10]}, tag {name}, supported {points}",
    )
    echo(f"{done.to(lang)}\n")
    echo(f"{(_SIGNED if key else _UNSIGNED).to(lang)}\n")
    if is_detached(checkout):
        echo(f"{_ON_NO_BRANCH.to(lang)}\n")


def _no_snapshot(name: str, known: list[str]) -> Fault:
    said = Sentence("没有写要核对哪个快照", "which snapshot is to be verified?")
    if name:
        said = Sentence(f"没有快照“{name}”", f"there is no snapshot {name!r}")
    there = Sentence(f"已有：{'、'.join(known)}", f"there are: {', '.join(known)}")
    none = Sentence(
        "还没有快照，先运行 pilot snapshot 名称", "there is none yet: run pilot snapshot NAME first"
    )
    return Fault(said, there if known else none)


def _sealed(content: bytes) -> str:
    """Name the manifest by SHA-256: the ids of most repositories are SHA-1."""
    return f"sha256 {sha256(content).hexdigest()}"


def _clean_checkout(root: Path, name: str) -> Checkout:
    """Refuse what a snapshot could not stand for."""
    if not _NAME.fullmatch(name) or name == _VERIFY:
        raise Fault(
            Sentence(f"“{name}”不能作快照名", f"{name!r} is no name for a snapshot"),
            Sentence("只用小写字母、数字和 - . _", "use a-z, 0-9 and - . _"),
        )
    checkout = find_checkout(root)
    if checkout.shallow:
        raise Fault(
            Sentence("浅克隆不能留快照", "a shallow clone cannot be kept"),
            Sentence("先运行 git fetch --unshallow", "run git fetch --unshallow first"),
        )
    if changed := uncommitted(checkout):
        raise Fault(
            Sentence(
                f"有 {len(changed)} 处改动没有提交，如 {changed[0]}",
                f"{len(changed)} files differ from the commit, such as {changed[0]}",
            ),
            Sentence("先提交，再留快照", "commit first"),
        )
    if tagged(checkout, name):
        raise Fault(
            Sentence(f"已有标签 {name}", f"there is a tag {name} already"),
            Sentence("换一个名称，如加上日期", "take another name, with the date for one"),
        )
    return checkout


def _verify(root: Path, name: str, signers: Path | None, lang: Lang) -> None:
    # Every digest is computed anew: a disk that rots changes no times.
    reading = read(root)
    anew = read_worktree(root, remembering=False).attachments
    files = replace(reading.files, attachments=anew)
    now = replace(reading, files=files)
    path = f"{FOLDER}/{name}.json"
    if path not in files.texts:
        known = sorted(one for one in files.texts if one.startswith(f"{FOLDER}/"))
        raise _no_snapshot(name, [PurePosixPath(one).stem for one in known])
    kept = read_snapshot(files.texts[path])
    found = differences(kept, files)
    faults = [*_of_tag(root, name, path, files.texts[path], signers)]
    faults += _removed_trouble(root, name, now, found)
    lines = [*_lines(found, lang), *(one.to(lang) for one in faults)]
    head = Sentence(
        f"快照 {name}：截至 {kept.as_of}，{kept.total} 分，{len(kept.files)} 个文件",
        f"snapshot {name}: as of {kept.as_of}, {kept.total} points, {len(kept.files)} files",
    )
    same = Sentence("与快照完全一致", "nothing has changed since")
    lines = [head.to(lang), *(lines or [same.to(lang)])]
    echo("".join(f"{visible(line)}\n" for line in lines))
    if found.any or faults:
        raise typer.Exit(Exit.FINDINGS)


def _lines(found: Differences, lang: Lang) -> list[str]:
    said = (
        (Sentence("改动", "changed"), found.changed),
        (Sentence("缺失", "missing"), found.missing),
        (Sentence("新增", "added"), found.added),
    )
    return [f"{word.to(lang)}  {path}" for word, paths in said for path in paths]


def _of_tag(
    root: Path, name: str, path: str, content: bytes, signers: Path | None
) -> list[Sentence]:
    """Hold the manifest against the one that the tag names, and the tag's signature if asked."""
    revisions = Revisions(root)
    commit = tagged(revisions.checkout, name)
    if commit is None:
        return [Sentence(f"标签 {name} 不在了", f"the tag {name} is gone")]
    faults = []
    is_kept = revisions.read(commit).files.texts.get(path) == content
    if not is_kept or _sealed(content) not in said_by(revisions.checkout, name).splitlines():
        faults.append(
            Sentence("快照文件与标签所指的不同", "the manifest is not the one that the tag names")
        )
    if signers is not None:
        if signers.resolve().is_relative_to(root.resolve()):
            raise Fault(
                Sentence("签名人名单须在工作区之外", "the list of signers must lie outside"),
                Sentence("名单在工作区里，谁都能改", "inside, any change could edit it"),
            )
        if not is_signed(revisions.checkout, name, signers):
            said = Sentence("标签没有名单上的人签名", "the tag bears no signature of the list")
            faults.append(said)
    return faults


def _removed_trouble(root: Path, name: str, now: Reading, found: Differences) -> list[Sentence]:
    """Name the records that reported trouble when the snapshot was taken and are gone."""
    revisions = Revisions(root)
    commit = tagged(revisions.checkout, name)
    if commit is None or not found.missing:
        return []
    then = revisions.read(commit)
    before = load(then.files, None, then.otherwise)[0]
    gone = [one for one in before.evidence if one.path in found.missing and reports_trouble(one)]
    return [_gone(one, _gained(then, now, one, before.day)) for one in gone]


def _gained(then: Reading, now: Reading, record: Evidence, as_of: date) -> str:
    """Compute the points that a removal brought, on the day of the snapshot."""
    without = scored(now, as_of)[1].supported
    kept = scored(put_back(then, now, record), as_of)[1].supported
    return points_text(max(without - kept, Decimal(0)))


def _gone(record: Evidence, points: str) -> Sentence:
    return Sentence(
        f"报告问题的记录被删除：{record.id}（{record.kind}），删除带来 {points} 分",
        f"a record that reported trouble is gone: {record.id} ({record.kind}), "
        f"its removal brought {points} points",
    )
