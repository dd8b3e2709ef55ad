"""内部审核报告: who audited what by which plan, clause by clause, what was found and mended."""

from collections.abc import Iterator

from pilotkit.model.evidence.inspection import Audit
from pilotkit.model.evidence.meeting import Meeting
from pilotkit.model.sentence import Sentence
from pilotkit.report.case import Case, document
from pilotkit.report.conclusions import conclusion
from pilotkit.report.document import Block, Column, Document, Heading, Note, Paragraph, Table, row
from pilotkit.report.report import Report
from pilotkit.report.tables.audit import (
    checklist_table,
    distribution_table,
    found_in_audits,
    looked_at,
    withheld,
)
from pilotkit.report.tables.evidence import is_open, title_of
from pilotkit.report.tables.nonconformities import nonconformities_rows
from pilotkit.report.tables.papers import all_cited, papers, papers_table
from pilotkit.report.tables.records import in_order, looks_table

_TITLE = Sentence("内部审核报告", "Internal audit")
_PURPOSE = Sentence(
    "内部审核依据的计划、检查结果、不合格项和结论",
    "the internal audit: its plan, results, nonconformities, conclusion",
)
_PAPERS = ("内审小组", "内审计划", "内审报告", "持续改进制度")
_MEETINGS = ("首次会", "末次会", "管理评审")


def build(case: Case) -> Document:
    """Build the plan, the audits, what they found, and the checklist."""
    return document(case, REPORT.name, _TITLE, _blocks(case), landscape=True)


def _blocks(case: Case) -> Iterator[Block]:
    audits = in_order(case.appraisal.basis.of(Audit))
    yield Heading(1, case.say("审核依据和组织", "Basis and team"))
    yield from _organization(case, audits)
    yield Heading(1, case.say("审核计划和实施", "Plan and audits"))
    yield from _held(case, audits)
    yield Heading(1, case.say("审核发现", "What was found"))
    yield from _found(case, audits)
    yield Heading(1, case.say("不合格项及关闭情况", "Nonconformities and their closing"))
    yield from _faults(case)
    yield Heading(1, case.say("审核结论", "Conclusion"))
    yield from _concluded(case, audits)
    if any(looked_at(audits)):
        yield Heading(1, case.say("附表：审核检查表", "Annex: checklist"), counted=False)
        yield checklist_table(case, audits)
        yield Note(
            case.say(
                "检查内容、方法和现场证据见所列佐证编号的附件；结论为“不适用”的条款不计入符合率。",
                "What was looked at, how, and the proof of it stand in the attachments of the"
                " numbers named; clauses that do not apply are in no rate.",
            )
        )


def _organization(case: Case, audits: list[Audit]) -> Iterator[Block]:
    shown = [one for one in audits if is_open(one)]
    team = list(dict.fromkeys(case.who(name) for one in shown for name in one.team))
    group = all_cited(case, "内审小组")
    zh = f"内部审核小组以{group}成立。" if group else "内部审核小组的成立文件未见记录，待补充。"
    en = f"The team was set up by {group}." if group else "No document sets up the team."
    zh += f"参加审核的人员（岗位）：{case.joined(team)}。" if team else "参加审核的人员未见记录。"
    en += f" Auditors: {case.joined(team)}." if team else " Auditors are not on record."
    yield Paragraph(case.say(zh, en))
    caption = case.say("内部审核文件", "Documents of the audit")
    yield papers_table(case, caption, _PAPERS)


def _held(case: Case, audits: list[Audit]) -> Iterator[Block]:
    yield Paragraph(_plan(case, audits))
    if audits:
        yield looks_table(case, case.say("内部审核开展情况", "Audits"), tuple(audits))
    yield from _scopes(case, audits)
    meetings = [one for one in case.appraisal.basis.of(Meeting) if one.meeting_type in _MEETINGS]
    if meetings:
        yield _meetings_table(case, meetings)
    else:
        yield Paragraph(
            case.say(
                "首次会、末次会和管理评审会未见记录，待补充会议记录和签到。",
                "No opening, closing or review meeting is on record.",
            )
        )


def _plan(case: Case, audits: list[Audit]) -> str:
    plans = papers(case, "内审计划")
    lines = [line for one in plans for line in one.schedule]
    due = sum(line.due <= case.day for line in lines)
    every = [one.every for one in plans if one.every]
    if lines:
        zh = f"内审计划列有审核{len(lines)}次，截至{case.on(case.day)}应开展{due}次"
        en = f"The plan has {len(lines)} audits, {due} of them due"
    elif every:
        zh, en = f"内审计划规定每{every[0]}审核一次", f"The plan asks for one every {every[0]}"
    elif plans:
        zh, en = "内审计划没有登记逐次的日程", "The plan on record has no dates"
    else:
        zh, en = "内审计划未见记录，待补充", "No plan of audits is on record"
    if not audits:
        return case.say(f"{zh}；截至目前没有在案的内部审核。", f"{en}; no audit is on record yet.")
    first, last = case.on(audits[0].date), case.on(audits[-1].date)
    return case.say(
        f"{zh}；在案的内部审核{len(audits)}次，自{first}至{last}。",
        f"{en}; audits on record: {len(audits)}, from {first} to {last}.",
    )


def _scopes(case: Case, audits: list[Audit]) -> Iterator[Block]:
    own = {one.id for one in case.repository.standards if one.issued_on(case.day)}
    seen = {clause.standard for _, clause in looked_at(audits)}
    if audits:
        shown = [one for one in audits if is_open(one)]
        scopes = list(dict.fromkeys(scope for one in shown for scope in one.scope))
        zh = f"审核范围：{case.joined(scopes)}。" if scopes else "审核范围未见记录。"
        en = f"Scope: {case.joined(scopes)}." if scopes else "The scope is not on record."
        mine = len(seen & own)
        issued = (
            case.say(f"，占已发布自编标准的{mine}/{len(own)}", f" of {len(own)} issued")
            if own
            else ""
        )
        yield Paragraph(
            case.say(
                f"{zh}抽查到的自编标准{mine}项{issued}；另抽查采用标准{len(seen - own)}项。",
                f"{en} Own standards looked at: {mine}{issued}; others: {len(seen - own)}.",
            )
        )


def _meetings_table(case: Case, meetings: list[Meeting]) -> Table:
    columns = (
        Column(case.say("日期", "Date"), "day", 14),
        Column(case.say("会议", "Meeting"), width=40),
        Column(case.say("类别", "Kind"), "code", 14),
        Column(case.say("到会单位", "Units"), "number", 12),
        Column(case.say("佐证编号", "Number"), "code", 20),
    )
    rows = tuple(
        row(
            one.date,
            title_of(case, one),
            one.meeting_type,
            len(one.units),
            case.numbers.of(one),
        )
        for one in in_order(tuple(meetings))
    )
    return Table(case.say("审核和评审会议", "Meetings of audit and review"), columns, rows)


def _found(case: Case, audits: list[Audit]) -> Iterator[Block]:
    results = [clause.result for _, clause in looked_at(audits)]
    if not results:
        yield Paragraph(
            case.say(
                "没有在案的审核检查表，无从统计符合情况。", "No checklist is on record: no figure."
            )
        )
    else:
        good, bad = results.count("符合"), results.count("不符合")
        not_applied = results.count("不适用")
        total = good + bad
        rate = case.say(f"；符合率{good}/{total}", f"; rate {good}/{total}") if total else ""
        yield Paragraph(
            case.say(
                f"共检查条款{len(results)}条：符合{good}条，不符合{bad}条，不适用{not_applied}条{rate}。"
                "按受审核单位和支柱体系的分布如下。",
                f"Clauses {len(results)}: conforming {good}, not {bad}, not applicable"
                f" {not_applied}{rate}. By unit and pillar:",
            )
        )
        yield distribution_table(case, audits)
    if hidden := withheld(audits):
        yield Note(
            case.say(
                f"另有内部资料{hidden}份，内容不公开。", f"Internal records withheld: {hidden}."
            )
        )


def _faults(case: Case) -> Iterator[Block]:
    faults = found_in_audits(case)
    if not faults:
        yield Paragraph(
            case.say(
                "没有登记来源为内部审核的不合格项。", "No nonconformity names an audit as source."
            )
        )
        return
    closed = sum(one.is_closed_on(case.day) for one in faults)
    yield Paragraph(
        case.say(
            f"内部审核开具不合格项{len(faults)}个，已验证关闭{closed}个（{closed}/{len(faults)}）。",
            f"Nonconformities from audits: {len(faults)}, verified closed {closed} of"
            f" {len(faults)}.",
        )
    )
    caption = case.say("内部审核的不合格项", "Nonconformities from audits")
    yield nonconformities_rows(case, caption, faults)


def _concluded(case: Case, audits: list[Audit]) -> Iterator[Block]:
    if audits:
        results = [clause.result for _, clause in looked_at(audits)]
        bad, total = results.count("不符合"), len(results) - results.count("不适用")
        open_ = sum(not one.is_closed_on(case.day) for one in found_in_audits(case))
        against = (
            case.say(
                f"审核所抽条款中不符合的占{bad}/{total}",
                f"{bad} of {total} clauses looked at do not conform",
            )
            if total
            else case.say("没有可统计的审核条款", "there is no clause to count")
        )
        yield Paragraph(
            case.say(
                f"截至{case.on(case.day)}，{against}，未关闭的不合格项{open_}个。"
                "上述结论只就在案的审核记录得出。",
                f"As of {case.day}, {against}; open nonconformities {open_}. This rests on the"
                " records of the audits only.",
            )
        )
    else:
        yield Paragraph(
            case.say(
                "内部审核尚未开展或未留记录，不作审核结论。开展后登记内部审核记录（小组、范围、"
                "逐条检查结果、问题）和内审报告。",
                "No audit is on record, so there is no conclusion. Record the audits with team,"
                " scope, results by clause and problems.",
            )
        )
    yield from conclusion(case, "C20")


REPORT = Report("audit", _TITLE, _PURPOSE, build)
