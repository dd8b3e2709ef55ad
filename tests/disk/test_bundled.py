from pathlib import Path

import pytest

from pilotkit.disk import bundled
from pilotkit.disk.bundled import read_bundled, read_template, read_templates

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(params=["wheel", "checkout"])
def _layout(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src/pilotkit"
    elsewhere = {
        "wheel": (package / "official/register", package / "templates"),
        "checkout": (tmp_path / "data/standards/adopted", tmp_path / "templates"),
    }
    register, templates = elsewhere[request.param]
    for place in (
        package / "official/scoring.yaml",
        package / "official/frameworks/general.yaml",
        register / "gbt-24421.yaml",
        templates / "score-sheet/sheet.md.j2",
        templates / "binder.typ",
        templates / ".gitkeep",
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"# 来自 {place.name}\n", "utf-8")
    (templates / "plan.docx").write_bytes(b"PK\x03\x04\xff")
    # As pip leaves it where a template is a program.
    (templates / "ci.cpython-311.pyc").write_bytes(b"\xa7\r\r\n")
    monkeypatch.setattr(bundled, "_PACKAGE", package)
    monkeypatch.setattr(bundled, "_CHECKOUT", tmp_path)


@pytest.mark.usefixtures("_layout")
def test_what_ships_is_found_in_a_wheel_and_in_a_checkout() -> None:
    read = read_bundled()
    assert list(read) == [
        "official/frameworks/general.yaml",
        "official/register/gbt-24421.yaml",
        "official/scoring.yaml",
    ]
    assert read["official/register/gbt-24421.yaml"].decode() == "# 来自 gbt-24421.yaml\n"
    assert list(read_bundled("official/scoring.yaml")) == ["official/scoring.yaml"]
    assert list(read_bundled("official/register")) == ["official/register/gbt-24421.yaml"]
    assert read_bundled("official/scor") == {}


@pytest.mark.usefixtures("_layout")
def test_templates_are_texts_or_read_as_they_are() -> None:
    assert list(read_templates()) == ["binder.typ", "score-sheet/sheet.md.j2"]
    assert read_templates("score-sheet") == {"score-sheet/sheet.md.j2": "# 来自 sheet.md.j2\n"}
    assert read_template("plan.docx") == b"PK\x03\x04\xff"


def test_this_checkout_ships_its_table_and_its_register() -> None:
    read = read_bundled()
    assert "official/scoring.yaml" in read
    adopted = (CHECKOUT / "data/standards/adopted").glob("*.yaml")
    assert {f"official/register/{place.name}" for place in adopted} <= set(read)
