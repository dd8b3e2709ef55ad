"""PK801 target-missed.

What
    zh: data/pilot.yaml 的目标到截至日期还没有达到。
    en: A target of data/pilot.yaml is not reached on the day.
Why
    zh: 灞政办发〔2021〕48号 二（一）定了覆盖率、实施率、满意度三个目标，验收时逐项对照。
    en: The plan sets coverage, implementation and satisfaction (二（一）); the acceptance compares.
Bad
    targets:
    - {id: coverage, text: 标准覆盖率90%以上, measure: coverage, at_least: 0.9}
Good
    targets:
    - {id: staffing, text: 每单位1名专职2名兼职, measure: staffing, at_least: 0}
Mend
    zh: 运行 pilot explain <指标>，按未计入的清单逐条补。
    en: Run pilot explain <measure> and work down the list of what does not count.
Waive
    zh: 不必豁免：这是提醒，不影响计分；阶段未到的可在 policy 里改为 note。
    en: No need: it is a reminder and changes no score; `policy` may make it a note.
"""

from collections.abc import Iterator

from pilotkit.appraise.appraisal import Appraisal
from pilotkit.check.rule import Finding, Rule
from pilotkit.model.diagnostic import Severity
from pilotkit.model.measurement import Measurement
from pilotkit.model.pilot import Pilot, Target
from pilotkit.model.score import ProofResult
from pilotkit.model.sentence import SEMICOLON, Sentence
from pilotkit.score.award import why
from pilotkit.score.targets import is_met


def check(appraisal: Appraisal) -> Iterator[Finding]:
    """Yield every target that is held against a measure or a proof and not reached."""
    pilot = appraisal.repository.pilot
    for index, target in enumerate(pilot.targets if pilot else ()):
        measured = appraisal.score.measurements.get(target.measure or "")
        result = appraisal.target_results.get(index)
        if pilot and measured and not is_met(target, measured):
            yield _of_measure(pilot, index, target, measured)
        elif pilot and result and result.share < 1:
            yield _of_proof(pilot, index, target, result)


def _of_measure(pilot: Pilot, index: int, target: Target, measured: Measurement) -> Finding:
    figure = measured.lower_fraction
    shown = Sentence(figure, figure) if figure else Sentence("不适用", "not applicable")
    return Finding(
        pilot.at("targets", index, "id"),
        Sentence(
            f"目标未达到：{target.text}，现为 {shown.zh}",
            f"target not reached: {target.id}, now {shown.en}",
        ),
        Sentence(f"运行 pilot explain {measured.measure}", f"run pilot explain {measured.measure}"),
        about=target.id,
    )


def _of_proof(pilot: Pilot, index: int, target: Target, result: ProofResult) -> Finding:
    zh, en = SEMICOLON.join(why(result))
    return Finding(
        pilot.at("targets", index, "id"),
        Sentence(f"目标未达到：{target.text}（{zh}）", f"target not reached: {target.id} ({en})"),
        Sentence("按所缺的逐项补材料", "hand in what is missing"),
        about=target.id,
    )


RULE = Rule("PK801", "target-missed", Severity.WARNING, check)
