"""What mends a record, in the words of a sheet: its heads stand where a file has keys."""

import re

from pilotkit.model.sentence import Sentence
from pilotkit.model.sheet_cell import NO, YES
from pilotkit.model.sheet_column import SheetKind

# A key by itself; no part of a path, of an address or of a longer name.
_KEY = re.compile(r" ?(?<![\w./<#-])([a-z][a-z_.]*)(?![\w/>-]) ?")


def in_heads(said: Sentence | None, sheet: SheetKind) -> Sentence | None:
    """Say it with the heads of a sheet; English keeps the keys, which `--map` takes, too."""
    if said is None:
        return None
    heads = _heads(sheet)
    zh = _KEY.sub(lambda key: f"“{heads[key[1]]}”" if key[1] in heads else key[0], said.zh)
    return Sentence(zh.replace("”: true", f"”：{YES}").replace("”: false", f"”：{NO}"), said.en)


def _heads(sheet: SheetKind) -> dict[str, str]:
    """Map keys, and their last steps, to heads; those of a record go before those of entries."""
    heads: dict[str, str] = {}
    for column in sheet.columns:
        heads.setdefault(column.key, column.head)
        heads.setdefault(column.key.rpartition(".")[2], column.head)
    for column in sheet.columns:
        for field in column.fields:
            heads.setdefault(field.key, field.head)
    return heads
