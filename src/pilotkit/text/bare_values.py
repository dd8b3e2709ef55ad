"""Values of a sentence without their unit: 不应低于 2.5, 在 2 内到场, 14～24 ℃."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from pilotkit.text.blocks import Block

# 1 200: a blank may part the thousands.
_DIGITS = r"(?:[0-9]{1,3}(?:[ ][0-9]{3}){1,3}|[0-9]{1,7})(?:\.[0-9]{1,4})?(?![0-9]|[ ][0-9])"
_NUMBER = rf"(?<![0-9A-Za-z.．/—～~-])(?P<number>{_DIGITS})"
_COMPARED = (
    "低于|高于|少于|多于|大于|小于|超过|短于|长于|早于|晚于|迟于|窄于|宽于|不足|达到|控制在|保持在|至少|最多"
    "|最少|最长|最短|最高|最低|提前|延长|延期|间隔|每隔|[≥≤><]"
)
_MEASURED = (
    "时限|时间|期限|用时|时长|间隔|间距|宽度|高度|长度|深度|厚度|净高|净距|面积|距离|温度|湿度|照度"
    "|噪声|速度|重量|容量|保存期|有效期|[及合满准率错]率|比例|金额|费用|收费"
)
_UPTO = rf"(?:[ ]?[～~][ ]?{_DIGITS})?"
# The signs with which a unit or a word that counts begins, and those that join two numbers.
_UNITS = (
    "个位名件份次天日月年周时分秒元人户家项条页张台套辆册本卷卡种类级层楼号岁届期倍批组字米厘毫微公千克吨升"
    "平立度万亿百十余多几学课节瓦伏票间床具盏把只支枚包箱瓶桶袋盒块幅处所座栋幢排列行格栏点刻步门口扇面代"
    "轮场堂盘盆棵头匹则篇章段款目例宗起桩样声遍趟回番团班队员车船季旬世小星像工自环折海里英寸尺亩帧比路岗桌"
    "席单笔磅线区街村镇校店厂站库窗屏键标码词句版封通股艘架串束对双副部方成色道根颗粒滴杯碗餐至到或和与及乘加减"
)
_STOP = (
    r"(?=[ ]?(?:[，。；、）]|$|以?之?内|以[上下]|左右|[前后]|到[岗场达位]"
    rf"|(?![{_UNITS}])[\u4e00-\u9fff]))"
)
# Nearly every number has its unit: only what has none, or stands in a range, is looked at.
SUSPECT = re.compile(rf"[0-9](?:{_STOP}|%?[ ]?[～~—–×±*-])", re.MULTILINE)
_BARE = re.compile(
    rf"(?:{_COMPARED}|(?<!不)满|每)(?:为|到)?[ ]?{_NUMBER}{_UPTO}{_STOP}"
    rf"|(?:{_MEASURED})(?:应|宜|均)?(?:为|是|按)?[ ]?"
    rf"(?P<of>{_DIGITS}){_UPTO}{_STOP}"
    rf"|(?:应|宜|均)为[ ]?(?P<set>{_DIGITS}){_UPTO}{_STOP}"
    r"|(?<![0-9A-Za-z.．/—～~:：-])(?<![表图式第录章条款页])(?P<within>[0-9]{1,5})[ ]?"
    r"(?:以内|之内|内(?![容部网页外科置存勤线])|以[上下])"
    rf"|(?:提醒|抽查|抽取|检查|巡查|走访|回访|演练|培训|通报)[ ]?(?P<times>{_DIGITS})(?=[，。；]|$)"
    rf"|(?:尺寸|规格|幅面)(?:应)?(?:为|是)[ ]?(?P<size>{_DIGITS})[ ]?×[ ]?{_DIGITS}(?=[，。；]|$)"
    r"|(?:保存|保留|留存|存放)(?:期)?(?:应)?(?:为|不少于)?[ ]?(?P<kept>[0-9]{1,4})(?=[，。；]|$)"
)
# Each number has its unit where the unit is a sign: 14 ℃～24 ℃, 80 mm×25 mm, (20±2) ℃.
_RANGE = re.compile(
    r"(?<![0-9A-Za-z.．/—～~×±（(-])(?P<number>[0-9]{1,5}(?:\.[0-9]{1,4})?)[ ]?[～~—–×±*-][ ]?"
    r"[0-9]{1,5}(?:\.[0-9]{1,4})?(?:[ ]?×[ ]?[0-9]{1,5})?[ ]?"
    r"(?:%|‰|℃|(?:[mck]?m[²³]?|dB|lx|min|kg|[hsd])(?![A-Za-z]))"
)
# 初级1000元，中级1500元，高级2000: names with a value each, nearly all of them with one unit.
_NAMED = re.compile(
    r"(?:^|(?<=[，、；。：:]))[^，、；。：:]{0,30}"
    r"[\u4e00-\u9fff](?<![表图件第章条款口楼室栋号])[ ]?"
    rf"(?P<number>{_DIGITS})[ ]?"
    r"(?P<unit>万?元|分钟?|小时|个?工作日|[天日年次份个名人]|个月|min|[hsd%℃]|[ck]?m|m²|kg)?"
    r"(?=[，、；。）]|$)"
)
_ALIKE = 2  # with one unit show what is meant
# What has no unit.
_PURE = re.compile(
    r"系数|比值|之比|指数|pH|PH|版本|级别|等级|编号|编码|代码|代号|序号|号码|标准差|分辨率|得分|评分"
    r"|分值|方差|第[0-9]*$|[A-Za-z]值"
)
# What a head names that has a unit; the unit stands in the head, or in the title of the table.
_HEAD = re.compile(
    "(?:时限|时间|期限|用时|时长|间距|宽度|高度|长度|面积|距离|温度|湿度|照度|噪声|重量|容量|保存期|有效期|金额|费用|收费标准|数量|[上下]限|限值|限额|阈值)$"
)
# The length of a data field is counted in characters.
_LENGTH = "长度"
_TYPE_OF_DATA = re.compile(
    "(?:字符|文本|数[字值]|整[数型]|日期|时间|日期时间|布尔|枚举|(?:var)?char|int|date|string)[型串]?"
    r"(?:[(（][0-9,]{1,9}[)）])?",
    re.IGNORECASE,
)
_CELL = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,4})?")
# （单位：元）, （期限：自然日）: the title of the table says it.
_UNIT_OF_TABLE = re.compile(
    "单位|[（(：:](?:工作日|自然日|日|天|小时|分钟|元|毫米|厘米|米|mm|cm|m|h|min|d|%)[）)]?$"
)
_COUNTED = re.compile("差错|超时|投诉|事故|遗漏|[人件次]数")
_PIECE = re.compile("[^，。；;]*$")


class Bare(NamedTuple):
    """A number without its unit, and its index in the words."""

    number: str
    at: int


def bare_values_in(words: str) -> Iterator[Bare]:
    """Yield the values of some words whose unit nobody can know."""
    for pattern in (_BARE, _RANGE):
        for found in pattern.finditer(words):
            name = found.lastgroup or ""
            piece = _PIECE.search(words, 0, found.start(name))
            if not (piece and (_PURE.search(piece[0]) or _is_none(found[name], piece[0]))):
                yield Bare(found[name], found.start(name))
    yield from _among_others(words)


def _among_others(words: str) -> Iterator[Bare]:
    """Yield the values without the unit that all others of their row have."""
    row: list[re.Match[str]] = []
    for found in (*_NAMED.finditer(words), None):
        if row and not (found and found.start() == row[-1].end() + 1):
            units = [one["unit"] for one in row if one["unit"]]
            if len(units) >= _ALIKE and len({*units}) == 1:
                bare = (one for one in row if not one["unit"])
                yield from (Bare(one["number"], one.start("number")) for one in bare)
            row = []
        if found:
            row.append(found)


def _is_none(number: str, piece: str) -> bool:
    """Say whether nothing is counted: 差错应为 0 needs no unit, 不低于 0 does."""
    return number == "0" and _COUNTED.search(piece) is not None


def bare_cells_in(table: Block) -> Iterator[tuple[int, str]]:
    """Yield the row, from 1 below the head, and number of the first bare cell of each column.

    The unit of a column may stand in its head or in the title of the table.
    """
    if _UNIT_OF_TABLE.search(table.text) or not table.rows:
        return
    for column, head in enumerate(table.rows[0]):
        if _HEAD.search(head) and not (head.endswith(_LENGTH) and _is_of_data(table)):
            cells = (
                (at, row[column])
                for at, row in enumerate(table.rows[1:], 1)
                if column < len(row) and _CELL.fullmatch(row[column])
            )
            yield from islice(cells, 1)


def _is_of_data(table: Block) -> bool:
    """Say whether a table lists fields of data: it says of which type each is."""
    return any(_TYPE_OF_DATA.fullmatch(cell) for row in table.rows[1:] for cell in row)
