"""A small pilot whose standard has every part that GB/T 1.1 knows, hostile words among them."""

from pilotkit.model.repository import Repository
from pilotkit.model.standard import Standard
from pilotkit.report.copies.copy import copy_of
from small_pilot import TEXTS, case_of

EVIL = "=1+1 </w:t><w:br/> {{7*7}}"
TEXT = f"""先看的话

# 目次

旧目次

# 前言

本文件首次发布。

# 引言

引言的话。

# 1 范围

本文件规定了{EVIL}。

# 2 规范性引用文件

本文件没有规范性引用文件。

# 3 术语和定义

## 3.1 样例 sample

供人看的例子。

# 4 要求

## 4.1

窗口应备下列材料：

- 甲；
- 乙：
  1) 丙；
  2) 丁。

## 4.2 时限

时限见表1。

表1 时限

| 事项 | 时限 |
| --- | --- |
| 办证 | 5 |
| 换证 |

注：时限以工作日计。

### 4.2.1 计算

N = a + b (1)

![](zhinan/liucheng.svg)

图1 流程

![图2 布局](zhinan/buju.svg)

## 4.3

# 附录A（规范性） 台账

## A.1 栏目

栏目如下。

# 参考文献

[1] 某书
"""
# Letters that no font has; and what would show a file of the machine.
FLOW = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="90" onload="x()">'
    '<text x="9" y="40" font-family="Nowhere">受理</text><script>x()</script></svg>'
)
HOSTILE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="90">'
    '<image width="9" height="9" href="/etc/passwd"/></svg>'
)
HEAD = TEXTS["data/standards/TG/zhinan.md"].partition("# 范围")[0]
OTHER = (
    HEAD.replace("zhinan", "tongze").replace("001", "002").replace("办证服务指南{x}", "通则")
    + "# 前言\n\n首次发布。\n\n# 1 范围\n\n通则适用。\n"
)


def repository_of(*, invented: str = "", head: str = HEAD, text: str = TEXT) -> Repository:
    """The small pilot with a whole text, and a second standard in another pillar."""
    pilot = TEXTS["data/pilot.yaml"] + (f"invented: {invented}\n" if invented else "")
    return case_of(
        {
            **TEXTS,
            "data/pilot.yaml": pilot,
            "data/standards/TG/zhinan.md": head + text,
            "data/standards/TG/zhinan/liucheng.svg": FLOW,
            "data/standards/TG/zhinan/buju.svg": HOSTILE,
            "data/standards/JC/tongze.md": OTHER.replace("subsystem: tg", "subsystem: jc").replace(
                "covers: [banzheng]\n", ""
            ),
        }
    ).repository


def own(repository: Repository, id_: str = "zhinan") -> Standard:
    return next(one for one in repository.standards if one.id == id_)


REPOSITORY = repository_of()
COPY = copy_of(own(REPOSITORY), REPOSITORY)
