"""Severities and waivers of `pilot.yaml`: they change what is shown and the exit code, no score."""

import json
from pathlib import Path

import pytest

from conftest import Pilot

POLICY = "policy: {missing-staff: error, PK801: 'off', target-missed: note}\n"
WAIVERS = """\
waivers:
- {rule: missing-staff, at: mzj, reason: 人员已报批, until: 2021-12-16}
- {rule: PK301, at: data/units.yaml, reason: 已过期的豁免, until: 2021-12-15}
"""


def with_settings(root: Path, *added: str) -> None:
    settings = root / "data/pilot.yaml"
    settings.write_text(settings.read_text("utf-8") + "".join(added), "utf-8")


def shown(pilot: Pilot, root: Path, *args: str) -> tuple[int, str]:
    code, out, _ = pilot("validate", "-C", str(root), "--select", "PK301,PK801", *args)
    return code, out


def total(pilot: Pilot, root: Path) -> str:
    out = pilot("score", "-C", str(root), "--format", "json")[1]
    found: str = json.loads(out)["total"]["supported"]
    return found


def test_a_severity_of_the_pilot_is_shown_and_decides_the_exit_code(
    pilot: Pilot, real: Path
) -> None:
    before = total(pilot, real)
    assert shown(pilot, real)[0] == 0
    with_settings(real, POLICY)
    code, out = shown(pilot, real)
    assert code == 1
    assert "error[PK301]" in out
    assert "note[PK801]" in out
    assert total(pilot, real) == before


def test_a_waiver_hides_one_place_until_its_day_and_is_counted(pilot: Pilot, real: Path) -> None:
    with_settings(real, WAIVERS)
    out = shown(pilot, real)[1]
    assert "区民政局缺" not in out
    assert "区教育局缺" in out
    assert out.rstrip().endswith("1 个已豁免")
    assert "区民政局缺" in shown(pilot, real, "--as-of", "2021-12-17")[1]
    sarif = json.loads(pilot("validate", "-C", str(real), "--format", "sarif")[1])
    suppressed = [one for one in sarif["runs"][0]["results"] if "suppressions" in one]
    assert [one["ruleId"] for one in suppressed] == ["PK301"]


def test_a_waived_error_still_proves_nothing(pilot: Pilot, real: Path) -> None:
    (attachment, *_) = sorted((real / "data/evidence/spj").rglob("*.md"))
    for one in attachment.parent.iterdir():
        one.write_text("x", "utf-8")
    rule = "waivers:\n- {rule: attachment-changed, reason: 试, until: 2024-01-01}\n"
    with_settings(real, rule)
    assert total(pilot, real) == "0"


@pytest.mark.parametrize("key", ["reason", "until"])
def test_a_waiver_without_reason_or_expiry_is_refused(pilot: Pilot, real: Path, key: str) -> None:
    line = "waivers:\n- {rule: PK301, reason: 因, until: 2022-01-01}\n"
    written = {"reason": "reason: 因, ", "until": ", until: 2022-01-01"}[key]
    with_settings(real, line.replace(written, ""))
    code, out, _ = pilot("validate", "-C", str(real))
    assert (code, f"缺少键：{key}" in out) == (1, True)
