"""Section 1: what the system rests on, and what it is to reach."""

from collections import Counter
from collections.abc import Iterator

from pilotkit.report.case import Case
from pilotkit.report.document import Block, Bullets, Heading, Paragraph
from pilotkit.report.evaluation.profile import basis_blocks, introduction, targets_blocks
from pilotkit.report.tables.papers import all_cited


def basis(case: Case) -> Iterator[Block]:
    """Name the documents, laws and standards that the system is built by, and its targets."""
    yield Heading(1, case.say("编制依据和要达到的目标", "Basis and targets"))
    yield Heading(2, case.say("编制依据", "Basis"))
    yield Paragraph(introduction(case))
    yield from basis_blocks(case)
    yield Paragraph(_laws(case))
    yield from _methods(case)
    yield Paragraph(_issued(case))
    yield Heading(2, case.say("目标", "Targets"))
    yield from targets_blocks(case)


def _laws(case: Case) -> str:
    laws = case.repository.laws
    if not laws:
        return case.say("法律法规和政策文件还没有收集登记。", "No law or policy is on record yet.")
    classes = Counter(one.class_ for one in laws)
    listed = case.joined(
        [
            f"{name}{n}件" if case.lang == "zh" else f"{name} {n}"
            for name, n in sorted(classes.items())
        ],
    )
    living = sum(one.in_force_on(case.day) for one in laws)
    return case.say(
        f"收集法律法规和政策文件{len(laws)}件（{listed}），其中在{case.on(case.day)}现行的{living}件"
        f"（{living}/{len(laws)}）。",
        f"Laws and policies collected: {len(laws)} ({listed}); in force {living} of {len(laws)}.",
    )


def _methods(case: Case) -> Iterator[Block]:
    """Name the adopted standards of the first subsystem, which say how to build a system."""
    framework = case.repository.framework
    leaves = (
        [one.id for _, one in framework.subsystems() if not one.subsystems] if framework else []
    )
    found = [
        f"{edition.number}《{edition.title or one.title}》"
        for one in sorted(case.repository.adopted, key=lambda one: one.number)
        if (placed := case.repository.subsystem(one.subsystem))
        and placed[1].id in leaves[:1]
        and (edition := one.edition_on(case.day))
    ]
    if not found:
        yield Paragraph(
            case.say(
                "体系的标准化导则部分还没有登记现行的采用标准。",
                "No adopted standard in force says yet how to build the system.",
            )
        )
        return
    yield Paragraph(
        case.say(
            f"编制方法依据下列采用标准（{len(found)}项）：",
            f"Methods follow these adopted standards ({len(found)}):",
        )
    )
    yield Bullets(tuple(found))


def _issued(case: Case) -> str:
    listed = all_cited(case, "编制说明")
    return (
        case.say(f"在案的编制说明：{listed}。", f"Notes on record: {listed}.")
        if listed
        else case.say(
            "编制说明尚未印发，本件据在案记录拟出，供审定。",
            "No notes are issued yet; these are drafted from the records.",
        )
    )
