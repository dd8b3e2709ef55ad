"""The bodies that take part, their leading group and their own 1 + 2."""

from datetime import date
from functools import cache

from build_demo.people import name
from build_demo.state import START, Record, State, content, split

_COLUMNS = ("id", "name", "aliases", "level", "parent", "roles", "duties")
_FIRST_OF_STAFF = 40


@cache
def units() -> list[Record]:
    """List all units."""
    rows = [split(row, *_COLUMNS) for row in content("units")]
    return [
        {
            key: each.split("、") if key in {"aliases", "roles", "duties"} else each
            for key, each in row.items()
            if each
        }
        for row in rows
    ]


def in_role(*roles: str) -> list[str]:
    """Return the ids of the units that have any of these roles."""
    return [unit["id"] for unit in units() if set(roles) & set(unit.get("roles", ()))]


def names() -> dict[str, str]:
    """Map the ids of units to their names."""
    return {unit["id"]: unit["name"] for unit in units()}


def staff_of(unit: str) -> list[str]:
    """Return the ids of a unit's own staff."""
    return [f"{unit}-r{number}" for number in (1, 2, 3)]


def build(state: State) -> None:
    """Write units, leading group and staff."""
    state.put("data/units.yaml", {"units": [_full(unit) for unit in units()]})
    state.put("data/roster.yaml", {"source": "青岚试发〔2021〕1号（虚构）", "people": _roster()})
    for index, unit in enumerate(in_role("入驻", "街道")):
        people = [_person(unit, index * 3 + number) for number in range(3)]
        state.put(f"data/staff/{unit}.yaml", {"unit": unit, "people": people})


def _full(unit: Record) -> Record:
    return {
        key: unit[key]
        for key in ("id", "name", "aliases", "level", "parent", "roles", "duties")
        if key in unit
    }


def _roster() -> list[Record]:
    def one(number: int, unit: str, post: str, role: str) -> Record:
        return {"person": name(number), "unit": unit, "post": post, "role": role}

    leaders = [
        one(0, "qzf", "区长", "组长"),
        one(1, "spj", "局长", "副组长"),
        one(2, "scjg", "局长", "副组长"),
    ]
    members = [unit for unit in in_role("成员", "街道") if unit not in {"spj", "scjg"}]
    posts = ["主任" if unit in in_role("街道") else "局长" for unit in members]
    return leaders + [
        one(3 + index, unit, post, "成员")
        for index, (unit, post) in enumerate(zip(members, posts, strict=True))
    ]


def _person(unit: str, number: int) -> Record:
    place = number % 3
    return {
        "person": staff_of(unit)[place],
        "name": name(_FIRST_OF_STAFF + number),
        "time": "兼职" if place else "专职",
        "since": START,
        "certificates": [
            {
                "number": f"XG-2022-{number + 1:03}",
                "issuer": "虚构标准化研究院",
                "on": date(2022, 4, 28),
            }
        ],
    }
