"""For a step summary or a chat: a table of findings, everything escaped."""

from pilotkit.model.diagnostic import Diagnostic, Severity, Verdict
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.escape import markdown_text
from pilotkit.report.listings.text import summary

_MOST = 200


def render(verdict: Verdict, lang: Lang) -> str:
    """Render a verdict as Markdown; errors first, at most so many rows, and the rest counted."""
    lines = [markdown_text(summary(verdict).to(lang)), ""]
    worst = sorted(verdict.diagnostics, key=lambda one: list(Severity).index(one.severity))
    if worst:
        head = Sentence("| 位置 | 级别 | 代码 | 问题 |", "| place | severity | code | finding |")
        lines += [head.to(lang), "| --- | --- | --- | --- |"]
        lines += [_row(found, lang) for found in worst[:_MOST]]
    if len(worst) > _MOST:
        rest = len(worst) - _MOST
        lines += ["", Sentence(f"另有 {rest} 个未列出", f"{rest} more are not listed").to(lang)]
    return "\n".join([*lines, ""])


def _row(found: Diagnostic, lang: Lang) -> str:
    help_ = f" — {found.help.to(lang)}" if found.help else ""
    said = markdown_text(f"{found.message.to(lang)}{help_}")
    place = markdown_text(str(found.location))
    return f"| {place} | {found.severity.said.to(lang)} | {found.code} | {said} |"
