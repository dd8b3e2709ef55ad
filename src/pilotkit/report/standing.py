"""Whose figures these are, and of which day: the head of what is printed or pasted elsewhere."""

from pilotkit.model.day import AsOf
from pilotkit.model.repository import Repository
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.escape import markdown_text

# What the star behind a name says.
RECONSTRUCTED = Sentence("* 条文或名称为推定，附件原文残缺", "* reconstructed, not official words")


def as_of_said(as_of: AsOf, revision: str | None = None) -> Sentence:
    """Say the day, where it comes from, and the revision if there is one."""
    day, said = as_of.day, as_of.said
    at = Sentence(f"，版本 {revision}", f", revision {revision}") if revision else Sentence("", "")
    return Sentence(f"截至 {day}（{said.zh}）{at.zh}", f"as of {day} ({said.en}){at.en}")


def markdown_head(
    repository: Repository, lang: Lang, title: Sentence | None = None, revision: str | None = None
) -> list[str]:
    """Name the pilot in the first line; say below it if it is invented, and as of which day."""
    pilot = repository.pilot
    name = markdown_text(pilot.name if pilot else "—")
    lines = [f"# {name} · {title.to(lang)}" if title else f"# {name}", ""]
    if pilot and pilot.invented:
        lines += [f"> {markdown_text(pilot.invented)}", ""]
    day = as_of_said(repository.as_of, revision).to(lang)
    return [*lines, f"{day[:1].upper()}{day[1:]}", ""]
