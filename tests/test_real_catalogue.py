"""The framework, standards, laws and items that this repository holds for the real pilot."""

import re
from collections import Counter
from datetime import date

import pytest

from pilotkit.disk.bundled import read_bundled
from pilotkit.load.validation import validate
from pilotkit.load.yaml_source import places_of, read_yaml
from pilotkit.model.entity import Origin
from pilotkit.model.framework import Framework
from pilotkit.model.item import ServiceItem
from pilotkit.model.location import Source
from pilotkit.model.standard import AdoptedStandard
from real_pilot import REPOSITORY, SOURCE, folded

SERVICES = [item for item in REPOSITORY.items if isinstance(item, ServiceItem)]
MATTERS = [item for item in REPOSITORY.items if not isinstance(item, ServiceItem)]
BY_NUMBER = {edition.number: edition for one in REPOSITORY.adopted for edition in one.editions}


def test_the_framework_names_what_the_document_names() -> None:
    assert REPOSITORY.framework
    assert [layer.number for layer in REPOSITORY.framework.layers] == [1, 2, 3]
    pillars = {pillar.id: pillar for pillar in REPOSITORY.framework.pillars}
    assert {name: pillar.layer for name, pillar in pillars.items()} == {
        "JC": 1,
        "TG": 2,
        "GL": 2,
        "GZ": 3,
    }
    names = [name for pillar in pillars.values() for name in (pillar.name, *pillar.aliases)]
    assert [name for name in names if name not in SOURCE] == []
    leaves = {name: [leaf.name for leaf in one.subsystems] for name, one in pillars.items()}
    assert {name: len(found) for name, found in leaves.items()} == {
        "JC": 3,
        "TG": 2,
        "GL": 8,
        "GZ": 1,
    }
    unnamed = [leaf for found in leaves.values() for leaf in found if folded(leaf) not in SOURCE]
    assert unnamed == ["人、财、物管理"]


@pytest.mark.parametrize("name", ["gbt32170", "gbt24421-2009"])
def test_a_preset_is_a_framework_of_its_own(name: str) -> None:
    path = f"official/frameworks/{name}.yaml"
    content = read_bundled()[path]
    found = validate(
        Framework, read_yaml(path, content).data, Origin(Source(path, content, places_of), ())
    )
    assert isinstance(found, Framework)
    assert found.preset == name
    assert "灞桥" not in content.decode()
    ids = [leaf.id for _, leaf in found.subsystems()]
    assert len(ids) == len(set(ids))


def test_the_preset_of_this_pilot_has_the_subsystems_of_this_pilot() -> None:
    path = "official/frameworks/gbt32170.yaml"
    shipped = Framework.model_validate(
        read_yaml(path, read_bundled()[path]).data, context=None
    ).subsystems()
    assert REPOSITORY.framework
    ours = REPOSITORY.framework.subsystems()
    assert [(pillar.id, leaf.id, leaf.name) for pillar, leaf in shipped] == [
        (pillar.id, leaf.id, leaf.name) for pillar, leaf in ours
    ]


def test_every_standard_and_item_has_a_subsystem_that_exists() -> None:
    used = {one.subsystem for one in (*REPOSITORY.adopted, *REPOSITORY.items) if one.subsystem}
    assert [name for name in used if REPOSITORY.subsystem(name) is None] == []


@pytest.mark.parametrize("standard", REPOSITORY.adopted, ids=lambda one: one.id)
def test_an_adopted_family_is_consistent(standard: AdoptedStandard) -> None:
    for edition in standard.editions:
        assert edition.number.startswith(f"{standard.number}—")
        assert edition.source
        days = [edition.issued, edition.effective, edition.withdrawn]
        written = [day for day in days if day]
        assert written == sorted(written)
        assert bool(edition.replaced_by) == bool(edition.withdrawn)
        if edition.replaced_by:
            assert BY_NUMBER[edition.replaced_by].effective == edition.withdrawn
        part = re.search(r"\.(\d+)—", edition.number)
        title = edition.title or standard.title
        assert not part or f"第{part[1]}部分：" in title


def test_the_edition_of_the_day_changes_within_the_pilot() -> None:
    family = REPOSITORY.standard_by_number("GB/T 24421.2")
    assert isinstance(family, AdoptedStandard)
    before, after = (family.edition_on(date(2023, 3, day)) for day in (16, 17))
    assert before
    assert after
    assert (before.number, after.number) == ("GB/T 24421.2—2009", "GB/T 24421.2—2023")


@pytest.mark.parametrize(
    "number",
    ["GB/T 1.1", "GB/T 32168", "GB/T 13016", "GB/T 15624", "GB/T 9704", "GB/T 39734", "GB/T 39735"]
    + [f"GB/T 24421.{part}" for part in (1, 2, 3, 4)]
    + [f"GB/T 32169.{part}" for part in (1, 2, 3, 4)]
    + [f"GB/T 32170.{part}" for part in (1, 2)]
    + [f"GB/T {serial}" for serial in (36112, 36113, 36114)],
)
def test_what_the_field_rests_on_is_kept(number: str) -> None:
    family = REPOSITORY.standard_by_number(number)
    assert isinstance(family, AdoptedStandard)
    assert family.edition_on(REPOSITORY.day)


def test_the_documents_that_the_pilot_rests_on_are_kept_as_laws() -> None:
    assert REPOSITORY.pilot
    for basis in REPOSITORY.pilot.basis:
        if basis.law:
            law = REPOSITORY.laws_by_id[basis.law]
            assert (law.number, law.title) == (basis.number, basis.title)
        assert basis.number
        assert basis.number in SOURCE
    assert all(law.source for law in REPOSITORY.laws)


# What is to be covered


def test_the_starter_catalogue_reaches_all_levels_and_stays_unconfirmed() -> None:
    assert len(SERVICES) >= 40
    levels = Counter(level for item in SERVICES for level in item.levels)
    assert levels["街道"] >= 6
    assert levels["社区"] >= 4
    departments = {unit.id for unit in REPOSITORY.units if "成员" in unit.roles}
    assert departments == {item.unit for item in SERVICES}
    for item in SERVICES:
        assert item.type
        assert item.serves
        assert (item.confirmed, item.certainty, item.source) == (
            None,
            "待核",
            "常见事项，待单位确认",
        )


def test_the_starter_catalogue_invents_nothing() -> None:
    for item in SERVICES:
        written = item.model_dump(exclude_none=True, exclude_defaults=True)
        assert written.keys() <= {
            "id",
            "name",
            "class_",
            "area",
            "subsystem",
            "unit",
            "levels",
            "type",
            "serves",
            "certainty",
            "source",
            "note",
        }


def test_every_management_subsystem_has_its_management_items() -> None:
    assert REPOSITORY.framework
    leaves = [leaf.id for pillar, leaf in REPOSITORY.framework.subsystems() if pillar.id == "GL"]
    counts = Counter(item.subsystem for item in MATTERS)
    assert counts == dict.fromkeys(leaves, 1) | {"gl-rencaiwu": 3}
    objects = Counter(item.object for item in MATTERS)
    assert objects == {"人": 1, "财": 1, "物": 1, "事": 7}


def test_no_item_is_named_twice() -> None:
    names = Counter(item.name for item in REPOSITORY.items)
    assert [name for name, count in names.items() if count > 1] == []
