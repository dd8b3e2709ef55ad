"""PK816 pass-mark-missed.

What
    zh: 有据得分低于合格线。合格线未经核实的，会注明。
    en: The supported score is below the pass mark; whether anybody verified the mark is said.
Why
    zh: 合格线附件里没有写，自带的一个未经核实；这条提示只供心中有数。
    en: The table names no pass mark; the bundled one is not verified and only gives an idea.
Bad
    pass_mark: {value: 80}
Good
    pass_mark: {value: 0}
Mend
    zh: 按失分清单（pilot score）逐条补；查到合格线出处的，写 status: verified。
    en: Work down the list of lost points; who finds the source writes `status: verified`.
Waive
    zh: 阶段未到的，可在 policy 里关掉。
    en: Early in the pilot, `policy` may turn it off.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.location import Location
from pilotkit.model.pilot import Pilot
from pilotkit.model.points import points_text
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Sentence

_UNVERIFIED = Sentence("（合格线未经核实）", " (which nobody has verified)")


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield the pass mark if the score is below it."""
    repository = appraisal.repository
    pilot = repository.pilot
    if pilot is None:
        return
    mark = pilot.pass_mark or repository.table.pass_mark
    if mark and appraisal.score.supported < mark.value:
        supported, value = points_text(appraisal.score.supported), points_text(mark.value)
        known = Sentence("", "") if mark.status == "verified" else _UNVERIFIED
        yield Finding(
            _place(repository, pilot),
            Sentence(
                f"有据得分 {supported} 分，低于合格线 {value} 分{known.zh}",
                f"supported {supported} points, below the pass mark of {value}{known.en}",
            ),
            Sentence("运行 pilot score 看失分清单", "run pilot score for what is lost"),
            about="pass-mark",
        )


def _place(repository: Repository, pilot: Pilot) -> Location:
    if pilot.pass_mark:
        return pilot.at("pass_mark", "value")
    table = repository.scoring
    return table.at("pass_mark", "value") if table else pilot.at("period")


RULE = Rule("PK816", "pass-mark-missed", Severity.NOTE, check)
