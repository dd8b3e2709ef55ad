"""The real pilot of this repository, loaded once for the tests that compare it with its source."""

import re
from dataclasses import replace
from pathlib import Path

from cases import AS_OF
from pilotkit.check.runner import check
from pilotkit.disk.bundled import read_bundled
from pilotkit.disk.worktree import read_worktree
from pilotkit.load.loader import load

ROOT = Path(__file__).parents[1]
FILES = replace(read_worktree(ROOT), bundled=read_bundled())
REPOSITORY, UNREADABLE = load(FILES, None, AS_OF)
FOUND = [*FILES.refused, *UNREADABLE, *check(REPOSITORY)]
(PLAN,) = REPOSITORY.evidence
FOLDER = ROOT / PLAN.attachments_folder
RAW = (FOLDER / "transcript-raw.md").read_text("utf-8")
MENDED = (FOLDER / "transcript-mended.md").read_text("utf-8")


def folded(text: str) -> str:
    """Take away what the scan did to the text: spaces, half-width marks, 瀛 for 灞."""
    halves = str.maketrans(",;()", "，；（）")
    return re.sub(r"\s", "", text).translate(halves).replace("瀛桥", "灞桥")


SOURCE = folded(RAW)
