"""Reports as a command line names them."""

from typing import NoReturn

from pilotkit.cli.options import refuse
from pilotkit.model.sentence import Lang, Sentence, did_you_mean
from pilotkit.report.report import Report
from pilotkit.report.reports import REPORTS

BY_NAME = {report.name: report for report in REPORTS}


def reports_named(names: list[str], lang: Lang) -> list[Report]:
    """Return the reports of these names, each once; leave where one is unknown or none is named."""
    if not names:
        missing = Sentence("没有写明要哪份报告", "no report named")
        remedy = Sentence(
            f"可用：{'、'.join(BY_NAME)}；全部用 --all", f"known: {', '.join(BY_NAME)}; or --all"
        )
        refuse(missing.to(lang), remedy.to(lang))
    for name in names:
        if name not in BY_NAME:
            _unknown(name, lang)
    return [BY_NAME[name] for name in dict.fromkeys(names)]


def _unknown(name: str, lang: Lang) -> NoReturn:
    unknown = Sentence(f"没有报告“{name}”", f"no report {name!r}")
    known = Sentence(f"可用：{'、'.join(BY_NAME)}", f"known: {', '.join(BY_NAME)}")
    near = did_you_mean(name, tuple(BY_NAME)) or known
    refuse(unknown.to(lang), near.to(lang))
