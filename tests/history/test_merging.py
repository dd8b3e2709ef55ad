"""One record a file: twenty units work at once and nothing collides, in whatever order."""

import random
import shutil
from pathlib import Path

from conftest import ROOT, Pilot
from repositories import new_repository

EVIDENCE = (
    "id: e{n}\ntitle: 通知{n}\nkind: 宣传\ndate: 2021-12-01\nunit: spj\nscope: 内部\nmedium: 简报\n"
)
STANDARD = "---\nid: s{n}\ntitle: 指南{n}\nkind: 服务指南\nsubsystem: tg-fuwu\nunit: spj\n---\n"
ITEM = "id: i{n}\nname: 事项{n}\nclass: service\nunit: spj\n"
POST = "id: p{n}\nname: 岗{n}\nunit: spj\n"
KINDS = (
    ("data/evidence/spj/e{n}.yaml", EVIDENCE),
    ("data/standards/TG/s{n}.md", STANDARD),
    ("data/items/spj/i{n}.yaml", ITEM),
    ("data/posts/spj/p{n}.yaml", POST),
)


def test_twenty_branches_merge_without_conflict_into_one_tree(pilot: Pilot, tmp_path: Path) -> None:
    folder = new_repository(tmp_path / "real")
    shutil.copytree(ROOT / "data", folder.root / "data")
    start = folder.commit()
    for number in range(20):
        folder.git("switch", "-q", "-c", f"b{number}", start)
        path, text = KINDS[number % len(KINDS)]
        folder.write(path.replace("{n}", str(number)), text.replace("{n}", str(number)))
        folder.commit()
    trees = set()
    for seed in range(3):
        branches = [f"b{number}" for number in range(20)]
        random.Random(seed).shuffle(branches)  # noqa: S311 - an order, not a secret
        folder.git("switch", "-q", "-c", f"order{seed}", start)
        for branch in branches:
            folder.git("merge", "-q", "--no-edit", branch)
        trees.add(folder.git("rev-parse", "HEAD^{tree}"))
    assert len(trees) == 1
    out = pilot("validate", "-C", str(folder.root), "-q")[1]
    assert "，0 个错误" in out, out
