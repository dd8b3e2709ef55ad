"""Ids for new records."""

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

_SUFFIX = 4


def fresh_id(beginning: str, said: Any, is_taken: Callable[[str], bool]) -> str:
    """Make an id that no other branch makes of something else: it ends in a hash of the content."""
    attempt = 0
    while True:
        text = json.dumps([said, attempt], sort_keys=True, default=str)
        id_ = f"{beginning}-{sha256(text.encode()).hexdigest()[:_SUFFIX]}"
        if not is_taken(id_):
            return id_
        attempt += 1
