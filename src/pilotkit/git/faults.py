"""What can be wrong with git or a repository, each with what to try."""

import re
import shlex

from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence

_NOBODY = (
    "unable to auto-detect email address",
    "empty ident name",
    "no email was given",
    "no name was given",
)
_REMEDY_OF_GIT = re.compile(r"git config --global --add safe\.directory .+")


class GitFault(Fault):
    """Git cannot answer; `sentence` says why, `remedy` what to try."""


class GitMissing(GitFault):
    """There is no git program."""

    def __init__(self) -> None:
        super().__init__(
            Sentence("没有找到 git 程序", "there is no git program"),
            Sentence("请安装 git，或把它所在的文件夹加入 PATH", "install git, or add it to PATH"),
        )


class NotARepository(GitFault):
    """The folder lies in no git work tree."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            Sentence(f"“{folder}”不在 git 工作区里", f"{folder!r} is in no git work tree"),
            Sentence(
                "只有历史和版本比较需要 git，其他命令照常可用",
                "only history and comparing revisions need git; other commands work without",
            ),
        )


class UnknownRevision(GitFault):
    """No commit has that name."""

    def __init__(self, rev: str, *, shallow: bool = False) -> None:
        super().__init__(
            Sentence(f"没有版本“{rev}”", f"there is no revision {rev!r}"),
            Sentence(
                "这是浅克隆，请先运行 git fetch --unshallow", "run git fetch --unshallow first"
            )
            if shallow
            else Sentence("用 git log 可查有哪些版本", "git log lists the revisions"),
        )


class NoCommitYet(UnknownRevision):
    """The repository is empty, so that no name names anything."""

    def __init__(self) -> None:
        GitFault.__init__(
            self,
            Sentence("仓库里还没有任何提交", "the repository has no commit yet"),
            Sentence(
                "先提交：git add data，再 git commit", "commit first: git add data, git commit"
            ),
        )


class DubiousOwnership(GitFault):
    """Git distrusts a repository that belongs to another user."""

    def __init__(self, folder: str, said: str) -> None:
        found = _REMEDY_OF_GIT.search(said)
        own = f"git config --global --add safe.directory {shlex.quote(folder)}"
        line = found.group() if found else own
        super().__init__(
            Sentence(
                "git 不读这个仓库：它属于另一个用户",
                "git does not read this repository: it belongs to another user",
            ),
            Sentence(f"确认可信后请运行：{line}", f"if you trust it, run: {line}"),
        )


class NoIdentity(GitFault):
    """Git knows no name or address to commit under."""

    def __init__(self) -> None:
        super().__init__(
            Sentence("git 不知道以谁的名义提交", "git knows nobody to commit as"),
            Sentence(
                '先运行 git config --global user.name "姓名" 和 '
                "git config --global user.email 邮箱",
                'run git config --global user.name "NAME" and '
                "git config --global user.email ADDRESS first",
            ),
        )


class CannotSign(GitFault):
    """The user's key signs nothing."""

    def __init__(self, key: str) -> None:
        super().__init__(
            Sentence(f"用密钥“{key}”签不了名", f"the key {key!r} cannot sign"),
            Sentence(
                "检查 git config --global user.signingKey；不签名则去掉这一项",
                "look at git config --global user.signingKey; without it nothing is signed",
            ),
        )


class UnreadableRepository(GitFault):
    """The repository is damaged, or in a form that this git does not read."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(
            Sentence(f"git 读不了这个仓库：{why.zh}", f"git cannot read this repository: {why.en}"),
            Sentence("可用 git fsck 查损坏之处", "git fsck finds the damage"),
        )


def fault(folder: str, said: str) -> GitFault:
    """Name the fault that git reports on stderr, in English, about a folder."""
    if "dubious ownership" in said or "is owned by someone else" in said:
        return DubiousOwnership(folder, said)
    outside = ("not a git repository", "cannot use bare repository", "must be run in a work tree")
    if any(words in said for words in outside):
        return NotARepository(folder)
    if any(words in said for words in _NOBODY):
        return NoIdentity()
    lines = said.strip().splitlines() or ["?"]
    own = lines[-1].removeprefix("fatal: ")
    return UnreadableRepository(Sentence(own, own))  # its own words, untranslated
