"""The pilot itself, its framework, and what the folder says of itself."""

from datetime import date
from decimal import Decimal

from build_demo.state import END, START, TODAY, State, content

INVENTED = (
    "本试点的行政区、单位、人员、文件、数字和事件全部虚构，仅用于演示 pilotkit；"
    "标准和法律的名称是公开信息，是否现行以原文为准"
)
README = f"""# 青岚区政务服务标准化试点（虚构）

{INVENTED}。

本目录由 `python examples/build_demo` 生成，每次生成的内容逐字节相同，请勿手改。
有意埋下的问题见 [FAILINGS.md](FAILINGS.md)。

This pilot is invented from beginning to end: district, bodies, people, documents, figures.
`python examples/build_demo` builds it, the same to the byte every time; do not edit it by hand.
"""


def build(state: State) -> None:
    """Write `pilot.yaml` and the framework."""
    state.put("data/framework.yaml", content("framework"))
    state.put(
        "data/pilot.yaml",
        {
            "name": "青岚区政务服务标准化试点（虚构）",
            "invented": INVENTED,
            "undertaking": "spj",
            "region": "qzf",
            "basis": _basis(),
            "period": {"since": START, "until": END},
            "targets": _targets(),
            "satisfaction_method": "第三方",
            "windows": _windows(),
            "pass_mark": {"value": 80, "status": "unverified", "note": "演示用，未核实"},
            "as_of": TODAY,
        },
    )


def _basis() -> list[dict[str, object]]:
    return [
        {
            "title": "青岚区政务服务标准化试点实施方案（虚构）",
            "number": "青岚试发〔2021〕2号",
            "issuer": "青岚区人民政府办公室",
            "date": date(2021, 5, 20),
        },
        {"title": "社会管理和公共服务综合标准化试点细则（试行）"},
    ]


def _targets() -> list[dict[str, object]]:
    source = "青岚试发〔2021〕2号 二（虚构）"
    named = (
        ("coverage", "标准覆盖率达到 90% 以上", Decimal("0.9")),
        ("implementation", "标准实施率达到 90% 以上", Decimal("0.9")),
        ("satisfaction", "服务对象满意度达到 99% 以上", Decimal("0.99")),
        ("staffing", "进驻单位和街道 1 专 2 兼全部到位", Decimal(1)),
    )
    found: list[dict[str, object]] = [
        {"id": name, "text": text, "source": source, "measure": name, "at_least": least}
        for name, text, least in named
    ]
    proof = {"evidence": {"kind": "业绩", "where": {"aspect": "主持制定标准"}}}
    found.append(
        {
            "id": "higher-standard",
            "text": "主持制定 1 项以上地方标准",
            "source": source,
            "proof": proof,
        }
    )
    return found


def _windows() -> dict[str, object]:
    freshness = {
        "满意度调查": {"warn_after": 9},
        "监督检查": {"warn_after": 15},
        "效能对比": {"warn_after": 24},
        "宣传": {"warn_after": 24},
    }
    return {"implementation": 12, "inspection": 12, "survey": 12, "freshness": freshness}
