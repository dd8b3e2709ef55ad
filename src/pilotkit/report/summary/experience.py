"""Section 3: what proved good, as far as the records show it."""

from collections.abc import Iterator

from pilotkit.model.evidence.inspection import Audit, Inspection
from pilotkit.model.evidence.meeting import Meeting
from pilotkit.model.evidence.nonconformity import Nonconformity
from pilotkit.model.evidence.official_document import OfficialDocument
from pilotkit.model.evidence.publicity import Publicity
from pilotkit.model.evidence.revision import Revision
from pilotkit.model.evidence.training import Training
from pilotkit.report.case import Case, of_whole
from pilotkit.report.document import Block, Heading, Paragraph
from pilotkit.report.tables.papers import all_cited

_RULES = ("标准化管理办法", "检查制度", "持续改进制度", "激励政策", "经费长效机制")


def experience(case: Case) -> Iterator[Block]:
    """Tell what was done to lead, to regulate, to train, to watch over, and who is ahead."""
    yield Heading(1, case.say("经验做法", "What proved good"))
    for zh, en, told in (
        ("组织领导", "Leading", _leading(case)),
        ("制度机制", "Rules", _rules(case)),
        ("宣传培训", "Publicity and training", _training(case)),
        ("监督改进", "Inspecting and mending", _watching(case)),
        ("先进单位", "Units ahead", _ahead(case)),
    ):
        yield Heading(2, case.say(zh, en))
        yield Paragraph(told)


def _leading(case: Case) -> str:
    people = sum(one.holds_on(case.day) for one in case.repository.roster)
    meetings = case.appraisal.basis.of(Meeting)
    signed = all_cited(case, "领导批示")
    group = (
        case.say(f"领导小组{people}人", f"A leading group of {people}")
        if people
        else case.say("领导小组名单未见记录", "No leading group on record")
    )
    orders = (
        case.say(f"主要领导批示：{signed}", f"orders: {signed}")
        if signed
        else case.say("主要领导批示未见记录", "no order on record")
    )
    return case.say(
        f"{group}；在案的会议{len(meetings)}次；{orders}。",
        f"{group}; meetings {len(meetings)}; {orders}.",
    )


def _rules(case: Case) -> str:
    found = all_cited(case, *_RULES)
    named = {one for paper in case.appraisal.basis.of(OfficialDocument) for one in paper.mechanisms}
    if not found:
        return case.say(
            "标准化管理、检查、改进、激励和经费的制度未见记录，经验待形成后补充。",
            "No rule on managing, inspecting, improving, rewarding or funding is on record.",
        )
    mechanisms = case.joined(sorted(named))
    tail = case.say(f"；建立的机制：{mechanisms}", f"; mechanisms: {mechanisms}") if named else ""
    return case.say(f"印发{found}{tail}。", f"Issued: {found}{tail}.")


def _training(case: Case) -> str:
    basis = case.appraisal.basis
    trainings, publicity = basis.of(Training), basis.of(Publicity)
    if not (trainings or publicity):
        return case.say("培训和宣传未见记录。", "No training or publicity is on record.")
    stages = list(dict.fromkeys(one.stage for one in trainings))
    assessed = sum(one.assessed is not None for one in trainings)
    outside = sum(one.scope == "外部" for one in publicity)
    n = len(trainings)
    held = (
        case.say(
            f"培训{n}次（阶段：{case.joined(stages)}），有效果考核的{assessed}/{n}次",
            f"Trainings {n} (stages: {case.joined(stages)}), examined {assessed} of {n}",
        )
        if trainings
        else case.say("培训未见记录", "No training on record")
    )
    return case.say(
        f"{held}；宣传{len(publicity)}次，其中对外{outside}次。",
        f"{held}; publicity {len(publicity)}, outside {outside}.",
    )


def _watching(case: Case) -> str:
    basis = case.appraisal.basis
    inspections, audits = basis.of(Inspection), basis.of(Audit)
    faults = basis.of(Nonconformity)
    revised = sum(one.stage == "修订" for one in basis.of(Revision))
    if not (inspections or audits or faults):
        return case.say(
            "监督检查、内部审核和不合格项处理未见记录。", "No inspection or audit is on record."
        )
    problems = [found for look in basis.looks for found in look.findings]
    handled = sum(found.is_handled_on(case.day) for found in problems)
    closed = sum(one.is_closed_on(case.day) for one in faults)
    mended, verified = of_whole(handled, len(problems)), of_whole(closed, len(faults))
    return case.say(
        f"监督检查{len(inspections)}次、内部审核{len(audits)}次，发现问题{len(problems)}个，已处理"
        f"{handled}个{mended.zh}；不合格项{len(faults)}个，验证关闭{closed}个{verified.zh}；"
        f"据以修订标准{revised}次。",
        f"Inspections {len(inspections)}, audits {len(audits)}; problems handled"
        f" {handled}{mended.en}; nonconformities closed {closed}{verified.en}; revisions"
        f" {revised}.",
    )


def _ahead(case: Case) -> str:
    status = case.status
    ahead = [one.unit.name for one in status.units if one.is_ahead]
    if not ahead:
        return case.say(
            "按在案记录，目前没有到期产出全部按期交齐的单位。",
            "No unit has handed in all that was due in time.",
        )
    return case.say(
        f"到期产出全部按期交齐、没有逾期问题的单位{len(ahead)}个：{case.joined(ahead)}。",
        f"Units with everything in time: {len(ahead)}: {case.joined(ahead)}.",
    )
