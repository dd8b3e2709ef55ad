"""What the own standards are called and numbered, and what they may cite."""

from functools import cache

from build_demo.state import Record, content

CODE = "Q/QLZW"
TERMS = f"{CODE} JC 002"
COMPLAINTS = f"{CODE} TG 014"
_RANKS = ("GB", "DA", "DB", "T/", "Q/")


@cache
def titles() -> dict[str, str]:
    """Map numbers without a year to titles: adopted standards and the basic own ones."""
    found = {}
    for row in content("adopted"):
        number, title, *_ = row.split("|")
        found[number] = title
    for standard in basics():
        found[standard["family"]] = standard["title"]
    return found


def basics() -> list[Record]:
    """List the basic standards with their numbers, counted in each pillar."""
    counted = {"jc": 0, "tg": 0}
    found = content("basic")
    for standard in found:
        pillar = standard["id"].split("-")[0]
        counted[pillar] += 1
        standard["family"] = f"{CODE} {pillar.upper()} {counted[pillar]:03}"
    return list(found)


def in_order(numbers: list[str]) -> list[tuple[str, str]]:
    """Sort cited numbers as the rules ask, with their titles."""
    known = titles()

    def key(number: str) -> tuple[int, str, tuple[int, ...], str]:
        rank = next(place for place, head in enumerate(_RANKS) if number.startswith(head))
        code, serial = number.rsplit(" ", 1)
        own = code if number.startswith(CODE) else ""
        return rank, own, tuple(int(part) for part in serial.split(".")), number

    return [(number, known[number]) for number in sorted(set(numbers), key=key)]
