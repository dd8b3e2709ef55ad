"""Every Word and Excel file keeps to the schemas of its format, the order of elements too."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from conftest import ROOT
from pilotkit.model.sheet import BOOKS
from pilotkit.report.copies.copy import copy_of
from pilotkit.report.copies.volume import volume_of
from pilotkit.report.lists import write
from pilotkit.report.report import Report
from pilotkit.report.reports import REPORTS
from pilotkit.report.runner import make
from pilotkit.report.word.standard_writing import write_standard, write_volume
from small_pilot import case_of

# Whatever a user may write is in it: valid with this, valid with anything tamer.
EVIL = case_of(said="=1+1 </w:t><w:br/> {{7*7}}")
VALIDATOR = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=0)


def findings(content: bytes, ending: str, folder: Path) -> list[str]:
    file = folder / f"audited{ending}"
    file.write_bytes(content)
    return [str(one) for one in VALIDATOR.validate(file).errors]


@pytest.mark.parametrize("one", REPORTS, ids=lambda one: one.name)
def test_every_report_is_a_valid_file(one: Report, tmp_path: Path) -> None:
    for made in make(one, EVIL, ["docx", "xlsx"]):
        assert findings(made.content, Path(made.name).suffix, tmp_path) == [], made.name


@pytest.mark.parametrize("kind", ["standards", "items", "evidence"])
def test_lists_that_come_back_are_valid_files(kind: str, tmp_path: Path) -> None:
    """These have drop-downs, remarks on heads and a sheet for each kind of evidence."""
    content = write(BOOKS[kind], EVIL.repository, "1", frozenset()).content
    assert findings(content, ".xlsx", tmp_path) == []
    assert write(BOOKS[kind], EVIL.repository, "1", frozenset()).content == content


def test_every_standard_is_a_valid_file(tmp_path: Path) -> None:
    for one in EVIL.repository.standards:
        content = write_standard(copy_of(one, EVIL.repository), "小字")
        assert findings(content, ".docx", tmp_path) == [], one.id
    volume = write_volume(volume_of(EVIL.repository), "小字")
    assert findings(volume, ".docx", tmp_path) == []


def test_the_same_bytes_over_hash_seeds_time_zones_and_locales(small: Path, tmp_path: Path) -> None:
    seen = []
    for seed, zone, locale in (("0", "UTC", "C.UTF-8"), ("7", "Asia/Shanghai", "zh_CN.GB18030")):
        place = tmp_path / seed
        changed = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        changed |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
        for command in (
            ["report", "self-evaluation", "score-sheet", "standards-list", "-f", "docx,xlsx"],
            ["text", "export"],
        ):
            subprocess.run(
                [sys.executable, "-m", "pilotkit", *command, "-C", str(small), "-o", str(place)],
                env=changed,
                check=True,
                capture_output=True,
            )
        files = sorted(one for one in place.iterdir() if one.suffix in {".docx", ".xlsx"})
        seen.append({one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in files})
    assert len(seen[0]) == 6
    assert seen[0] == seen[1]
