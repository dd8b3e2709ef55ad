"""An empty pilot: what `pilot init` writes."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from pilotkit.edit.yaml_text import block, scalar

_HEAD = "# 试点的基本情况；写法见 docs/data-format.md。只写有依据的事实\n"
_UNITS = "# 参加试点的单位；别处用 id 引用。roles：区域、牵头、指导、成员、街道、社区、入驻\n"
_README = """\
# {name}

用 pilotkit 管理的标准化试点。数据都在 `data/`，一条记录一个文件。

| 做什么 | 命令 |
| --- | --- |
| 检查数据 | `pilot validate` |
| 按计分表评分，看失分原因 | `pilot score` |
| 看一条评分怎样得分 | `pilot explain C14-1` |
| 出自我评价报告 | `pilot report self-evaluation` |

第一步：补全 `data/units.yaml`，把领导小组成立文件放进 `data/evidence/<单位>/`。
"""
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
    pilot = {
        "name": answers.name,
        "undertaking": answers.unit_id,
        "period": {"since": answers.since, "until": answers.until},
    }
    targets = (
        "targets:\n"
        "- {id: coverage, text: 标准覆盖率90%以上, measure: coverage, at_least: 0.9}\n"
        "- {id: implementation, text: 标准实施率90%以上, measure: implementation, at_least: 0.9}\n"
        "- {id: satisfaction, text: 满意度99%以上, measure: satisfaction, at_least: 0.99}\n"
    )
    unit = f"- id: {answers.unit_id}\n  name: {scalar(answers.unit_name)}\n  level: 区\n"
    texts = {
        ".gitignore": "build/\n.pilot-written.json\n",
        "README.md": _README.replace("{name}", " ".join(answers.name.split())),
        "data/pilot.yaml": _HEAD + block(pilot) + targets,
        "data/units.yaml": f"{_UNITS}units:\n{unit}  roles: [牵头, 成员]\n",
    }
    files = {path: text.encode() for path, text in texts.items()}
    files["data/framework.yaml"] = framework
    return files | {f"data/{folder}/.gitkeep": b"" for folder in _FOLDERS}
