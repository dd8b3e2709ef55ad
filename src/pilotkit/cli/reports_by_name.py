"""Reports as a command line names them."""

from typing import NoReturn

from pilotkit.cli.options import refuse
from pilotkit.model.sentence import Lang, Sentence, did_you_mean
from pilotkit.report.report import Report
from pilotkit.report.reports import REPORTS

BY_NAME = {report.name: report for report in REPORTS}


def reports_named(names: list[str], lang: Lang, also: tuple[str, ...] = ()) -> list[Report]:
    """Return the reports of these names, each once; leave where one is unknown or none is named.

    `also` are names that may be given and are no reports of this list: said where one is missing.
    """
    every = (*BY_NAME, *also)
    if not names:
        missing = Sentence("没有写明要哪份报告", "no report named")
        remedy = Sentence(
            f"可用：{'、'.join(every)}；全部用 --all", f"known: {', '.join(every)}; or --all"
        )
        refuse(missing.to(lang), remedy.to(lang))
    for name in names:
        if name not in BY_NAME:
            _unknown(name, every, lang)
    return [BY_NAME[name] for name in dict.fromkeys(names)]


def _unknown(name: str, every: tuple[str, ...], lang: Lang) -> NoReturn:
    unknown = Sentence(f"没有报告“{name}”", f"no report {name!r}")
    known = Sentence(f"可用：{'、'.join(every)}", f"known: {', '.join(every)}")
    near = did_you_mean(name, every) or known
    refuse(unknown.to(lang), near.to(lang))
