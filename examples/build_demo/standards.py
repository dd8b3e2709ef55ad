"""150 own standards with their texts."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from build_demo import texts_service, texts_work
from build_demo.catalogue import CODE, TERMS, basics
from build_demo.items import families, posts_for
from build_demo.state import Record, State, content
from build_demo.units import in_role, names

_BY_CASE = ("changsuo", "geti", "canbao")
_BY_QUARTER = (
    *("shipin", "hukou", "jiuzhu", "jiuye", "zhiye", "ruxue", "zhufang", "yibao", "jiezheng"),
    *("wangluo", "anquan", "kaoqin", "tousu", "tg-gaozhi", "tg-rongque", "tg-tousu"),
)
# Standards that were revised after the trial, and those that are still on their way.
REVISED = (
    "gc-shipin",
    "gc-jiuzhu",
    "gl-anquan",
    "tg-gaozhi",
    "zn-ruxue",
    "gc-zhufang",
    "gl-tousu",
    "gz-zwzx-daoban",
)
UNFINISHED = ("lc-cheliang", "lc-dangqun", "gz-spj-caiwu")
RECENT = ("lc-nengyuan", "gl-nengyuan", "zn-shechang", "gc-shechang")
_PAIRS = {
    "spj": (("zonghe",), ("biaozhun",), ("jiandu",), ("caiwu", "dangan"), ("shencha", "jueding")),
    "department": (("shouli", "shencha"), ("jueding", "guanli")),
}
_KEPT = re.compile("保存 ([0-9]+ 年)")
_SUBSYSTEMS = {
    **dict.fromkeys(("shouli", "daoban", "bangban", "zonghe", "chuzheng"), "gz-chuangkou"),
    **dict.fromkeys(("shencha", "jueding"), "gz-shenpi"),
}


def build(state: State) -> None:
    """Write all own standards, and tell the posts which of them they work by."""
    numbers = dict.fromkeys(("TG", "GL", "GZ"), 0)
    numbers["TG"] = 100
    for standard, body in _own(state):
        pillar = standard["subsystem"].split("-")[0].upper()
        if "family" not in standard:
            numbers[pillar] += 1
            standard["family"] = f"{CODE} {pillar} {numbers[pillar]:03}"
        if kept := _KEPT.search(body):
            for record in standard.get("records", ()):
                record["retention"] = kept[1]
        path = f"data/standards/{pillar}/{standard['id']}.md"
        state.put(path, _dated(standard))
        state.bodies[path] = _replacing(standard["id"], state.records[path], body)
    for family in families():
        if path := texts_service.DRAWN.get(family["id"]):
            state.attached[f"data/standards/TG/{path}"] = texts_service.drawing(family)
    _assign(state)


def _replacing(id_: str, standard: Record, body: str) -> str:
    """Let the foreword of a revised standard say what it replaces."""
    if id_ not in REVISED:
        return body
    before = standard["replaces"][0]
    said = f"本文件代替{before}，与{before}相比，主要修改了记录的填写要求和保存期限。"
    return body.replace("本文件首次发布。", said)


def _own(state: State) -> Iterator[tuple[Record, str]]:
    for index, standard in enumerate(basics()):
        body = texts_work.basic(standard, index, names()["spj"])
        yield _basic(standard), body
    for index, family in enumerate(families()):
        yield from _of_family(state, family, index)
    for index, group in enumerate(content("management")):
        yield from _of_group(state, group, index)
    yield from _of_posts(state)


def _head(id_: str, title: str, kind: str, subsystem: str, unit: str, **more: object) -> Record:
    return {"id": id_, "title": title, "kind": kind, "subsystem": subsystem, "unit": unit} | more


def _every(key: str) -> str:
    return "办件" if key in _BY_CASE else "季" if key in _BY_QUARTER else "年"


def _record(name: str, every: str, keeper: str) -> list[Record]:
    return [{"id": "jilu", "name": name, "every": every, "retention": "3 年", "keeper": keeper}]


def _basic(standard: Record) -> Record:
    id_ = standard["id"]
    also = [] if id_ == "jc-shuyu" else [TERMS]
    made = _head(
        id_,
        standard["title"],
        standard["kind"],
        standard["subsystem"],
        "spj",
        citations=[*standard["cites"], *also],
        family=standard["family"],
    )
    if record := standard.get("record"):
        made["records"] = _record(record, _every(id_), "spj-biaozhun")
    return made


def _of_family(state: State, family: Record, index: int) -> Iterator[tuple[Record, str]]:
    unit, id_ = family["unit"], family["id"]
    covers = [row["id"] for row in family["items"]]
    accept, examine, decide, hand_over = posts_for(unit)
    place = names()[state.find("items", covers[0])["accepted_at"][0]]
    codes = [state.find("items", item)["code"] for item in covers]
    title = f"{family['name']}服务指南"
    yield (
        _head(
            f"zn-{id_}",
            title,
            "服务指南",
            "tg-tigong",
            unit,
            covers=covers,
            records=_record(f"{family['name']}指南公开核对表", "年", accept),
            citations=texts_service.guide_cites(family),
        ),
        texts_service.guide(family, index, names()[unit], place, codes),
    )
    ledger = f"{family['name']}办理台账"
    work = dict(
        zip((accept, examine, decide, hand_over), ("受理", "审查", "决定", "送达"), strict=True)
    )
    labels = {job: state.find("posts", post)["name"] for post, job in work.items()}
    yield (
        _head(
            f"gc-{id_}",
            f"{family['name']}办理规程",
            "办理规程",
            "tg-tigong",
            unit,
            covers=covers,
            records=_record(ledger, "年" if id_ == "shelao" else _every(id_), examine),
            citations=texts_service.procedure_cites(),
        ),
        texts_service.procedure(family, index, names()[unit], labels, ledger),
    )


def _of_group(state: State, group: Record, index: int) -> Iterator[tuple[Record, str]]:
    unit, id_, name = group["unit"], group["id"], group["name"]
    rows = [row.split("|") for row in group["items"]]
    covers, items = [row[0] for row in rows], [row[1] for row in rows]
    post = state.find("posts", group["post"])["name"]
    yield (
        _head(
            f"gl-{id_}",
            f"{name}规范",
            "管理标准",
            group["subsystem"],
            unit,
            covers=covers,
            records=_record(f"{name}检查表", _every(id_), group["post"]),
            citations=[TERMS, *texts_work.LEANS.get(id_, [])],
        ),
        texts_work.management(group, index, names()[unit], post, items),
    )
    yield (
        _head(
            f"lc-{id_}",
            f"{name}工作流程",
            "工作流程标准",
            group["subsystem"],
            unit,
            covers=covers,
            records=_record(f"{name}工作流程单", "年", group["post"]),
            citations=[TERMS, "Q/QLZW JC 005"],
        ),
        texts_work.workflow(group, index, names()[unit], post, items),
    )


def _of_posts(state: State) -> Iterator[tuple[Record, str]]:
    for index, (id_, title, unit, posts) in enumerate(_post_groups(state)):
        records = [state.find("posts", post) for post in posts]
        shown = []
        for record in records:
            beside = [
                dict(one, name=state.find("posts", one["post"])["name"])
                for one in record["adjacent"]
            ]
            shown.append(dict(record, adjacent=beside))
        judges = {post["id"]: post["name"] for post in state.below("posts")} | names()
        judge = judges[records[0]["assessed_by"]]
        kind = posts[0].rsplit("-", 1)[-1]
        below = unit == "spj" and id_.startswith(("gz-jd-", "gz-sq-"))
        basic = "gz-jiceng" if below else _SUBSYSTEMS.get(kind, "gz-guanli")
        yield (
            _head(
                id_,
                f"{title}工作规范",
                "岗位工作标准",
                basic,
                unit,
                covers=posts,
                records=_record(f"{title}工作记录", "年", posts[0]),
                citations=[TERMS, "Q/QLZW TG 001"],
            ),
            texts_work.post_standard(title, shown, index, names()[unit], judge),
        )


def _post_groups(state: State) -> Iterator[tuple[str, str, str, list[str]]]:
    named = {post["id"]: post["name"] for post in state.below("posts")}
    for unit in in_role("入驻"):
        for group in _PAIRS["spj" if unit == "spj" else "department"]:
            posts = [f"{unit}-{one}" for one in group]
            short = [named[post].removeprefix(names()[unit]).removesuffix("岗") for post in posts]
            title = f"{names()[unit]}{'和'.join(short)}岗位"
            yield f"gz-{unit}-{group[0]}", title, unit, posts
    for post in sorted(post for post in named if post.startswith("zwzx-")):
        yield f"gz-{post}", named[post].removesuffix("岗") + "岗位", "zwzx", [post]
    streets = in_role("街道")
    yield "gz-jd-shouli", "街道便民服务受理岗位", "spj", [f"{one}-zx-shouli" for one in streets]
    yield "gz-jd-bangban", "街道便民帮办岗位", "spj", [f"{one}-zx-bangban" for one in streets]
    yield "gz-jd-shenhe", "街道审核岗位", "spj", [f"{one}-shenhe" for one in streets]
    yield "gz-sq-daiban", "社区代办岗位", "spj", [f"{one}-daiban" for one in in_role("社区")]


def _dated(standard: Record) -> Record:
    """Give a standard its number and the days of its stages."""
    id_, family = standard["id"], standard.pop("family")
    day = date(2022, 2, 21) + timedelta(days=len(id_) * 3 % 17)
    year, stages = (
        2022,
        {
            "planned": day,
            "drafted": day + timedelta(days=35),
            "circulated": day + timedelta(days=84),
            "examined": day + timedelta(days=134),
            "approved": date(2022, 8, 22),
            "issued": date(2022, 8, 26),
            "effective": date(2022, 10, 1),
        },
    )
    if id_ in UNFINISHED:
        late = {
            "planned": date(2023, 9, 4),
            "drafted": date(2023, 10, 9),
            "circulated": date(2023, 11, 20),
        }
        return {"id": id_, **{key: each for key, each in standard.items() if key != "id"}, **late}
    if id_ in REVISED:
        year = 2023
        stages |= {
            "approved": date(2023, 6, 20),
            "issued": date(2023, 6, 26),
            "effective": date(2023, 7, 1),
        }
        stages |= {
            "examined": date(2023, 6, 12),
            "circulated": date(2023, 5, 15),
            "drafted": date(2023, 5, 4),
        }
        stages["planned"] = date(2023, 4, 24)
        standard["replaces"] = [f"{family}—2022"]
    if id_ in RECENT:
        stages |= {
            "approved": date(2022, 9, 20),
            "issued": date(2023, 9, 25),
            "effective": date(2023, 10, 1),
        }
        stages["approved"] = date(2023, 9, 20)
        year = 2023
    rest = {key: each for key, each in standard.items() if key != "id"}
    return {"id": id_, "number": f"{family}—{year}", **rest, **stages}


def _assign(state: State) -> None:
    """Let every post work by its own standard, those of its family, and the window's rules."""
    for post in state.below("posts"):
        own = [one["id"] for one in state.own() if post["id"] in one.get("covers", ())]
        post["standards"] = own + _worked_by(post["id"])


def _worked_by(post: str) -> list[str]:
    job = post.rsplit("-", 1)[-1]
    found = [
        f"{head}-{family['id']}"
        for family in families()
        for place, head in ((0, "zn"), (1, "gc"))
        if post in posts_for(family["unit"])[place : place + 1]
    ]
    groups = [f"gl-{group['id']}" for group in content("management") if group["post"] == post]
    window = ["tg-chuangkou"] if job in {"shouli", "zonghe", "daoban", "chuzheng"} else []
    others = {"bangban": ["tg-bangban"], "daiban": ["tg-bianmin"], "tousu": ["tg-tousu"]}
    if job in {"jueding", "shenhe"}:
        window = ["tg-banjian"]
    return found[:3] + groups[:2] + window + others.get(job, [])
