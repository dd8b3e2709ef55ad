"""An empty pilot: what `pilot init` writes."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from pilotkit.disk.bundled import read_templates
from pilotkit.edit.yaml_text import block, scalar

_HEAD = "# 试点的基本情况；写法见 docs/data-format.md。只写有依据的事实\n"
_UNITS = "# 参加试点的单位；别处用 id 引用。roles：区域、牵头、指导、成员、街道、社区、入驻\n"
_FOLDERS = (
    "assessments",
    "documents",
    "evidence",
    "items",
    "laws",
    "posts",
    "staff",
    "standards/adopted",
    "tasks",
)


class Answers(NamedTuple):
    """What has to be known of a new pilot."""

    name: str
    unit_id: str
    unit_name: str
    since: date
    until: date


def new_pilot(answers: Answers, framework: bytes) -> Mapping[str, bytes]:
    """Return the files of an empty pilot; the framework is one of the presets."""
    shipped = read_templates("init")
    pilot = {
        "name": answers.name,
        "undertaking": answers.unit_id,
        "period": {"since": answers.since, "until": answers.until},
    }
    unit = f"- id: {answers.unit_id}\n  name: {scalar(answers.unit_name)}\n  level: 区\n"
    texts = {
        ".gitignore": "build/\n.pilot-written.json\n",
        "README.md": shipped["init/README.md"].replace("{name}", " ".join(answers.name.split())),
        "data/pilot.yaml": _HEAD + block(pilot) + shipped["init/targets.yaml"],
        "data/units.yaml": f"{_UNITS}units:\n{unit}  roles: [牵头, 成员]\n",
    }
    files = {path: text.encode() for path, text in texts.items()}
    files["data/framework.yaml"] = framework
    return files | {f"data/{folder}/.gitkeep": b"" for folder in _FOLDERS}
