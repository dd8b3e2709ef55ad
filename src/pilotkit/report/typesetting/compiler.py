"""The one place that runs typst: our sources, data that is never source, bytes of a fixed hour."""

import json
from datetime import UTC, date, datetime, time
from importlib import import_module
from typing import Any

from pilotkit.disk.bundled import read_templates
from pilotkit.report.typesetting.fonts import Letters

_NO_DAY = date(1980, 1, 1)


def typeset(source: str, data: dict[str, Any], day: date | None, letters: Letters) -> bytes:
    """Set data by one of the shipped sources, `report` for one; `day` is that of the file."""
    sources = read_templates("typst")
    content: bytes = import_module("typst").compile(
        f"{sources['typst/look.typ']}\n{sources[f'typst/{source}.typ']}".encode(),
        font_paths=letters.fonts,
        sys_inputs={"data": json.dumps(letters.written_out(data), ensure_ascii=False)},
        timestamp=datetime.combine(day or _NO_DAY, time(), UTC),
    )
    return content
