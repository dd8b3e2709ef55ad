"""Records that exist only to fail, or to show what is rare."""

from datetime import date
from hashlib import sha256

from build_demo import attachments as make
from build_demo.state import Record, State


def build(state: State) -> None:
    """Add them."""
    _unconfirmed(state)
    _weak(state)
    _out_of_date(state)
    _without_bytes(state)
    _late_task(state)


def _unconfirmed(state: State) -> None:
    whole = state.find("items", "yibao-yidi")
    copied = {key: each for key, each in whole.items() if key not in {"confirmed", "authorized"}}
    copied |= {
        "id": "yibao-jiaru",
        "name": "医疗救助对象身份核对",
        "code": f"{whole['code'][:-1]}9",
    }
    state.put("data/items/ybj/yibao-jiaru.yaml", copied | {"note": "新增事项，待确认"})


def _weak(state: State) -> None:
    """Add a survey of few answers, and an inspection that does not say what it looked at."""
    title = "疏筠社区便民服务小样本调查"
    rows = [("非常满意", 15), ("满意", 8)]
    fields = {
        "method": "自测",
        "questionnaire": "青岚区政务服务满意度调查表第 2 版",
        "period": {"from": date(2023, 10, 9), "to": date(2023, 10, 13)},
        "counts": {"very_satisfied": 15, "satisfied": 8},
        "valid": 23,
        "analysis": "样本只有 23 份，仅作参考",
        "attached": {"result.csv": make.csv(("等级", "疏筠人数"), rows)},
    }
    state.evidence("yx-ts", "myd-shuyun", title, "满意度调查", date(2023, 10, 20), **fields)
    title = "蘅皋街道临时抽查登记"
    note = make.text(title, ["抽查了服务窗口，未逐条记录"])
    fields = {"level": "日常", "inspectors": ["hg-shenhe"], "attached": {"note.txt": note}}
    state.evidence("hg", "jc-linshi", title, "监督检查", date(2023, 8, 9), **fields)


def _out_of_date(state: State) -> None:
    """Add what was too early, what has expired, and what uses a word of the pilot's own."""
    fields: Record = {"meeting_type": "推进会", "attached": {"photo.png": make.png(401)}}
    state.evidence("xw", "hy-zuotan", "早期座谈会照片", "会议", date(2021, 3, 16), **fields)
    title = "第三方测评服务委托书"
    lines = ["委托期限至 2023 年 11 月 30 日", "受托方为虚构机构"]
    fields = {"doc_types": ["任务书"], "valid_until": date(2023, 11, 30)}
    fields["attached"] = {"contract.pdf": make.pdf(title, lines)}
    state.evidence("zwzx", "weituo-cp", title, "文件", date(2022, 10, 8), **fields)
    title = "琅碧社区代办服务公开承诺书"
    fields = {"doc_types": ["服务承诺书"]}
    fields["attached"] = {"promise.pdf": make.pdf(title, ["承诺三个工作日内送回结果"])}
    state.evidence("yx-lb", "chengnuo", title, "文件", date(2022, 11, 3), **fields)


def _without_bytes(state: State) -> None:
    """Add a film that is only an LFS pointer, and minutes that lie in the archive."""
    title = "试点启动仪式录像登记"
    oid = sha256(title.encode()).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 73400320\n"
    fields = {"scope": "内部", "medium": "录像", "attached": {"opening.mp4": pointer.encode()}}
    record = state.evidence("spj", "xc-luxiang", title, "宣传", date(2021, 6, 8), **fields)
    record["files"][0]["sha256"] = oid
    fields = {"meeting_type": "调度会", "confidentiality": "不入库", "attached": {}}
    fields["archive"] = {"place": "青岚区行政审批局档案室", "box": "虚构-03", "number": "07"}
    state.evidence(
        "spj", "hy-yuanjian", "领导小组会议记录原件", "会议", date(2022, 3, 29), **fields
    )


def _late_task(state: State) -> None:
    proof = {"evidence": {"kind": "宣传", "where": {"unit": "hg"}}}
    record: Record = {"id": "hg-zhanban", "unit": "hg", "parent": "P6-1"}
    record |= {
        "title": "蘅皋街道：制作标准化宣传展板",
        "person": "hg-r2",
        "due": date(2023, 11, 30),
    }
    record |= {"outputs": [{"name": "展板照片", "proof": proof}]}
    state.put("data/tasks/hg/hg-zhanban.yaml", record)
