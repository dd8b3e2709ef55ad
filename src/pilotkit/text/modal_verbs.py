"""The modal verbs of GB/T 1.1—2020, annex C, and the words that people write instead of them.

A sign that is part of another word (响应, 供应商, 需求, 要点) is none, nor is what the law says.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# 影响应, 提供应, 核对应: there the sign before ends another word, and 应 stands alone. A pattern
# that begins with the sign itself is looked for at once.
REQUIRED = re.compile(
    r"应(?:(?<![相响供对适反效呼策感接答回顺一知]应)|(?<=影响应)|(?<=提供应)"
    r"|(?<=[核校比查面]对应)|(?<=[时成有失生无]效应)|(?<=招呼应)|(?<=政策应)"
    r"|(?<=[衔连交直迎承对]接应)|(?<=[解问]答应)|(?<=[收返召退]回应)|(?<=任感应))"
    r"(?!急|用(?!普通话|规范|中文|汉字|文明|敬语)|聘(?!请|用)|变(?!更|动)|届(?!时)|答(?!复)"
    r"|邀|援|战|税|力|激|景|俱|会(?:应|、)|知应会|接不暇|诉(?!求)|允(?!许)|试(?!行|点|运|用)"
    r"|征[人者]|考[人生者]|付(?:款|账)|收(?:款|账)|[有得]的|运而生|到人数"
    r"|对(?:突发|风险|危机|灾害|极端|舆情|各[类种]突发|措施|方案|预案|机制|能力|策略)"
    r"|(?P<each>.)尽(?P=each))"
)
_SIGN = (
    "(?:吸烟|烟火|停车|通行|入内|触摸|攀登|靠近|拍照|饮食|鸣笛)?"
    "(?:标志|标识|标牌|令|目录|清单|名录)"
)
_OF_LAW = "(?<!法律{0})(?<!法规{0})(?<!国家{0})(?<!明令{0})"
_WAY = (
    "(?:书面|口头|电子|纸质|邮寄|短信|电话|传真|视频|个人|单位)[^，。；\n]{0,6}(?:形式|方式|名义)"
)
_LONG = "[ ]?[0-9一二两三四五六七八九十]+[ ]?(?:个|天|日|小时|分钟|min|h|元|年)"
_NATURE = (
    "抗|逆|分[割离]|撤销|预[见知期]|缺少|或缺|避免|靠|控|行(?!走)|见|读|回收|降解|替代|移动|思议|忽视"
    "|估量|调和|再生|重复|持续|用(?:性|率|时|状态|[的，。；、）])|[^，。；、\n]{1,4}(?:性|的)"
)
# Each with what may not stand around it; longer words stand first.
MISUSED = re.compile(
    "必须|务必|应该|应当(?![日天月年场面班众事时次期季周即])"
    "|切勿|请勿|不允许(?![^，。；]{0,4}的)|不须"
    f"|严禁{_OF_LAW.format('严禁')}(?!{_SIGN})"
    f"|禁止{_OF_LAW.format('禁止')}(?<!规定禁止)(?<![被所]禁止)"
    f"(?!性|类|事项|行为|的|准入|区|{_SIGN})"
    "|不得(?<![恨怪巴舍]不得)(?!不|已|而知|力|当|体|其|法|分(?:[，。；、）的]|$))"
    "|不准(?<!测不准)(?=[^确时予许的，。；、）])|不许(?![可诺])"
    f"|不可以|不可(?<![必一是但]不可)(?!{_NATURE}|[，。；、）的]|$)|可以(?<![许认]可以)(?!{_WAY})"
    "|须(?<![必无毋务胡]须)(?!知|臾|眉)"
    "|需要(?<![无不如确若凡有的作务际所视各]需要)(?=[^时的者，。；、）])"
    f"|需(?<![必急所无毋供军内刚特按不如确若凡因仅只亟]需)(?![求方量时要]|{_LONG})"
    "|不要(?!求|紧|件|钱)"
    "|要(?<![主需重必摘纪概次首简扼紧只如若想将快所索提险不正否切机精撮纲]要)"
    "(?![求素件义闻害么是目诀旨略价账冲塞命钱]|[交带备][ ]?(?:[|：]|$)|事(?![先前后])"
    "|点(?!清(?![楚晰])|[名验评对])|领(?![取导])|约(?![谈见定束])|不(?!断|定期|漏)|紧(?![盯密跟扣])|道(?!歉)|务(?![必实])|端(?!正)"
    "|客(?![观气])|强(?![化调])|好(?:友|的|[，。]))",
    re.MULTILINE,
)
_RIGHT = {
    "不得": "不应",
    "不准": "不应",
    "不许": "不应",
    "禁止": "不应",
    "严禁": "不应",
    "不要": "不应",
    "不可": "不应",
    "不可以": "不应",
    "可以": "可",
    "切勿": "不应",
    "请勿": "不应",
    "不允许": "不应",
    "不须": "不必",
}
_MUST = "应"
# 需补正的, 需提交的材料见表1, 按工作需要: what would be needed, not what is required.
_NEEDS = frozenset({"需", "需要"})
_WANTS = frozenset({"要", "须"}) | _NEEDS
_NOUN = (
    "(?:材料|事项|情形|问题|内容|资料|文件|信息|表单|证件|条件|物品|设备|人员|时间|经费|资源|环节"
    "|单位|部门|办件|申请|案件|项目|岗位|工具|费用|数量|证照|证明|记录|数据|手续|步骤|业务|服务"
    "|东西|物件)"
)
_END = "(?=[，。；：、,;]|[ ]?[|]|$)"
_CASE = re.compile(f"[^，。；：,;]*[的时者]{_END}")
_WANTED = re.compile(f"[^，。；：,;]{{1,5}}的{_NOUN}(?P<alone>{_END})?")
_GROUND = re.compile("(?:根据|按照|依据|结合|满足|适应|基于|出于|针对|因)[^，。；：,;]*$")
_BEGINS = re.compile("(?:^|[，。；：,;|])[ ]?[^，。；：,;]?$")
# 适用于要落户的人: who wants it, after a word that says for whom.
_FOR = re.compile("(?:适用于|适用|面向|面对|对于?|针对|[为给让帮])$")
_WHO = re.compile("[^，。；：,;]{1,12}的(?:人|人员|居民|群众|老人|家庭|企业|单位|申请人|当事人)")
_ARTICLE = re.compile("第[一二三四五六七八九十百零0-9 ]{1,6}条[^。；]*$")


class Misused(NamedTuple):
    """A word where a modal verb of GB/T 1.1 belongs: the word, the right one, its index."""

    word: str
    right: str
    at: int

    @property
    def is_requirement(self) -> bool:
        """Whether it requires something, rightly said or not."""
        return self.right not in {"可", "不必"}


def first_requirement(said: str) -> re.Match[str] | None:
    """Find the first 应 of some words that is a modal verb; 不应 has it too."""
    return REQUIRED.search(said) if "应" in said else None


def misused(said: str) -> Iterator[Misused]:
    """Yield the words that stand for a modal verb of GB/T 1.1 and are none."""
    for found in MISUSED.finditer(said):
        word, at = found[0], found.start()
        if not _is_other(word, said[:at], said, found.end()):
            yield Misused(word, _RIGHT.get(word, _MUST), at)


def _is_other(word: str, before: str, said: str, end: int) -> bool:
    """Say whether it is what a law says, or only what would be needed."""
    if "条" in before and _ARTICLE.search(before):
        return True
    if word not in _WANTS:
        return False
    if _FOR.search(before) and _WHO.match(said, end):
        return True
    if wanted := _WANTED.match(said, end):
        return wanted["alone"] is None or bool(_BEGINS.search(before))
    if word not in _NEEDS:
        return False
    return bool(_CASE.match(said, end)) or (word == "需要" and bool(_GROUND.search(before)))
