"""Old findings that are accepted to begin with: a file that `validate --format json` once wrote."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from pilotkit.model.diagnostic import Diagnostic
from pilotkit.model.fault import Fault
from pilotkit.model.sentence import Sentence

_SCHEMA = "pilotkit/validate/1"


def beyond_baseline(found: Iterable[Diagnostic], baseline: bytes) -> tuple[Diagnostic, ...]:
    """Return what a baseline does not hold; each of its entries covers one finding.

    Raises:
        Fault: the file is not what `pilot validate --format json` writes.
    """
    left = Counter(_entries(baseline))
    new: list[Diagnostic] = []
    for one in found:
        keys = [one.identity, *((one.code, one.location.path, said) for said in one.message)]
        known = next((key for key in keys if left[key]), None)
        if known:
            left[known] -= 1
        else:
            new.append(one)
    return tuple(new)


def _entries(baseline: bytes) -> list[tuple[str, ...]]:
    try:
        written: Any = json.loads(baseline)
        if written["schema"] != _SCHEMA:
            raise _not_a_baseline()
        return [_identity(one) for one in written["diagnostics"]]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise _not_a_baseline() from None


def _identity(one: dict[str, str]) -> tuple[str, ...]:
    """Return what an entry is known by; older files do not say what it is about."""
    if about := one.get("about"):
        return one["code"], about
    return one["code"], one["path"], one["message"]


def _not_a_baseline() -> Fault:
    return Fault(
        Sentence("这不是基线文件", "this is no baseline"),
        Sentence(
            "用 pilot validate --format json 生成", "make one by pilot validate --format json"
        ),
    )
