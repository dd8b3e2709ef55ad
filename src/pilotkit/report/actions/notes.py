"""What stands in small print below a list of actions."""

from pilotkit.model.points import points_text
from pilotkit.model.sentence import COMMA, Sentence
from pilotkit.plan.workdays import calendar_said
from pilotkit.plan.worklist import Worklist
from pilotkit.report.standing import RECONSTRUCTED


def notes(listed: Worklist) -> list[Sentence]:
    """Say how to read the figures."""
    said: list[Sentence] = []
    if listed.by:
        days = calendar_said()
        said.append(
            Sentence(
                f"办结日期 {listed.by}；{days.zh}；工作量是 scoring.yaml 里的估计",
                f"to be done by {listed.by}; {days.en}; effort as estimated in scoring.yaml",
            )
        )
    if any(not one.certain for one in listed.actions):
        said.append(
            Sentence(
                "“至多”：要看专家评分、已过的期限、实际结果，或做的过程中要计的对象会增多",
                "up to: ratings, the past or results decide, or the work adds more to count",
            )
        )
    criteria = [one.of.id for one in listed.actions]
    if len(set(criteria)) < len(criteria):
        said.append(
            Sentence(
                "同一条目列了两项的，后做的那项包括先做的，得分不相加",
                "of two actions for one criterion the larger includes the smaller",
            )
        )
    if listed.actions:
        said.append(
            Sentence(
                "各项工作量分别计算，几条共用的工作（如标准覆盖率）没有合并",
                "effort is counted for each action by itself, also where work is shared",
            )
        )
    if any(one.of.is_reconstructed for one in listed.actions):
        said.append(RECONSTRUCTED)
    if listed.score.changes:
        n = len(listed.score.changes)
        said.append(
            Sentence(
                f"计分表等与官方不同 {n} 处，见 pilot score",
                f"{n} differences from the official table, see pilot score",
            )
        )
    if listed.beyond:
        said.append(_beyond(listed))
    return said


def _beyond(listed: Worklist) -> Sentence:
    lost = points_text(sum((one.lost for one in listed.beyond), start=listed.score.supported * 0))
    ids = [one.id for one in listed.beyond]
    zh, en = (comma.join(ids) for comma in COMMA)
    return Sentence(
        f"还没有办法着手的 {lost} 分：{zh}（含尚未实现的规则，或要的东西不存在）",
        f"nothing to be done yet for {lost} points: {en} (rules not built, or nothing there)",
    )
