"""`pilot score` and `pilot explain` on the real pilot."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.text import Text

from conftest import Pilot

PLAN = "data/evidence/spj/shidian-shishi-fangan-2021-48"


def scored(pilot: Pilot, root: Path, *args: str) -> dict[str, Any]:
    code, out, _ = pilot("score", "-C", str(root), "--format", "json", *args)
    assert code == 0
    found: dict[str, Any] = json.loads(out)
    return found


def test_the_real_pilot_scores_exactly_one(pilot: Pilot, real: Path) -> None:
    found = scored(pilot, real)
    assert found["schema"] == "pilotkit/score/1"
    assert found["as_of"] == "2021-12-16"
    assert found["total"] == {"supported": "1", "claimed": None, "max": "100", "unassessed": "0"}
    ids = [one["id"] for one in found["indicators"]]
    assert [sum(id_.startswith(letter) for id_ in ids) for letter in "ABC"] == [4, 10, 27]
    assert len(found["criteria"]) == 43
    assert [one["id"] for one in found["criteria"] if one["supported"] != "0"] == ["C1-1"]
    assert found["changes"] == []


def test_losses_add_up_and_every_loss_has_a_reason(pilot: Pilot, real: Path) -> None:
    criteria = scored(pilot, real)["criteria"]
    assert sum(Decimal(one["lost"]) for one in criteria) == 99
    for one in criteria:
        assert bool(one["reasons"]) == (one["lost"] != "0" or one.get("taken") is False)
    assert {one["id"]: one["taken"] for one in criteria if "taken" in one} == {
        "C22-1a": False,
        "C22-1b": True,
        "C26-1a": False,
        "C26-1b": True,
    }


def test_before_the_first_record_nothing_is_supported(pilot: Pilot, real: Path) -> None:
    found = scored(pilot, real, "--as-of", "2021-12-15")
    assert found["total"]["supported"] == "0"
    assert found["later_records"] == 1


def test_one_changed_byte_of_the_plan_costs_its_point(pilot: Pilot, real: Path) -> None:
    for attachment in (real / PLAN).iterdir():
        attachment.write_bytes(attachment.read_bytes() + b"x")
    assert scored(pilot, real)["total"]["supported"] == "0"
    code, out, _ = pilot("validate", "-C", str(real))
    assert (code, "attachment-changed" in out or "SHA-256" in out) == (1, True)


def test_a_unit_that_is_gone_is_missed_wherever_it_is_named(pilot: Pilot, real: Path) -> None:
    units = real / "data/units.yaml"
    text = units.read_text("utf-8")
    assert "id: spj" in text
    units.write_text(text.replace("id: spj", "id: spj-x"), "utf-8")
    code, out, _ = pilot("validate", "-C", str(real), "--select", "unknown-unit")
    places = {line.split(": ")[0].rsplit(":", 2)[0] for line in out.splitlines()[:-1]}
    assert code == 1
    assert f"{PLAN}.yaml" in places


def test_fail_under(pilot: Pilot, real: Path) -> None:
    assert pilot("score", "-C", str(real), "--fail-under", "1")[0] == 0
    assert pilot("score", "-C", str(real), "--fail-under", "1.1")[0] == 1


def test_a_score_says_that_files_could_not_be_read(pilot: Pilot, real: Path) -> None:
    said = "有 1 个文件读不了或写得不对，其中的记录没有计入"
    assert said not in pilot("score", "-C", str(real))[1]
    (real / "data/posts/wrong.yaml").write_text("id: [", "utf-8")
    for form in ("text", "markdown"):
        assert said in pilot("score", "-C", str(real), "--format", form)[1]


def test_explain_says_what_is_missing_and_what_counts(pilot: Pilot, real: Path) -> None:
    page = pilot("explain", "C14-1", "-C", str(real))[1]
    assert "→ 还缺 3 份；阶段还缺：标准体系策划、标准编制、标准实施" in page
    page = pilot("score", "-C", str(real), "--explain", "C1")[1]
    assert f"✓ A1-B1-C1-01 {PLAN.rpartition('/')[2]}" in page
    assert f"({PLAN}.yaml:" in page
    assert "C1-2" in page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_screen_is_readable_at_eighty_columns(
    pilot: Pilot, real: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = pilot("score", "-C", str(real), "--lang", lang)[1]
    lines = [Text.from_ansi(line).plain for line in out.splitlines()]
    assert max(map(cell_len, lines)) <= 80
    assert any("C10-1" in line for line in lines)


def test_the_same_input_gives_the_same_bytes(pilot: Pilot, real: Path) -> None:
    for form in ("text", "json", "markdown"):
        once = pilot("score", "-C", str(real), "--format", form)[1]
        assert pilot("score", "-C", str(real), "--format", form)[1] == once


def test_a_name_is_text_wherever_it_is_shown(pilot: Pilot, real: Path) -> None:
    settings = real / "data/pilot.yaml"
    text = settings.read_text("utf-8")
    name = next(line for line in text.splitlines() if line.startswith("name:"))
    settings.write_text(text.replace(name, "name: '[red]x[/] <script>a</script> `c` {{7*7}}'"))
    assert "[red]x[/]" in pilot("score", "-C", str(real))[1]
    shown = pilot("score", "-C", str(real), "--format", "markdown")[1]
    assert "<script" not in shown.replace("\\<", "")
    assert "{{7*7}}" in shown.replace("\\", "")


def test_a_badge_says_the_points_and_is_coloured_by_the_pass_mark(
    pilot: Pilot, real: Path, tmp_path: Path
) -> None:
    sign = tmp_path / "badge.svg"
    code, out, _ = pilot("score", "-C", str(real), "--badge", str(sign), "--lang", "en")
    assert code == 0
    assert out
    assert ">supported<" in sign.read_text("utf-8")
    assert ">1 / 100<" in sign.read_text("utf-8")
    code, _, err = pilot("score", "-C", str(real), "--badge", str(tmp_path / "no/badge.svg"))
    assert code == 2
    assert "badge.svg" in err
