"""The cover of a standard (GB/T 1.1—2020, 8.1): number, name, dates, who issues it."""

from pilotkit.report.copies.copy import Copy
from pilotkit.report.copies.wording import classes_of, foot_of, replaces_of
from pilotkit.report.escape import one_line
from pilotkit.report.word.place import Place
from pilotkit.report.word.rules import rule
from pilotkit.report.word.standard_styles import (
    CLASS,
    DATES,
    ISSUER,
    KIND,
    NUMBER,
    REPLACES,
    STAGE,
    TITLE,
)
from pilotkit.report.word.styles import NOTICE


def write_cover(place: Place, copy: Copy) -> None:
    """Write the cover as the first page of a section; its name is where a volume leads to."""
    if copy.notice:
        place.paragraph(one_line(copy.notice), NOTICE)
    for line in classes_of(copy):
        place.paragraph(line, CLASS)
    place.paragraph(one_line(copy.system), KIND)
    if copy.number:
        place.paragraph(one_line(copy.number), NUMBER)
    if replaces := replaces_of(copy):
        place.paragraph(one_line(replaces), REPLACES)
    place.heading(one_line(copy.standard.title), TITLE)
    if copy.stage:
        place.paragraph(copy.stage, STAGE)
    _foot(place, copy)


def _foot(place: Place, copy: Copy) -> None:
    """Write dates and issuer at the foot of the sheet, whatever stands above."""
    place.leave_first_bare()
    foot = place.section.first_page_footer
    foot.is_linked_to_previous = False
    dates = foot.paragraphs[0]
    dates.style = place.word.styles[DATES]
    dates.add_run("\t".join(foot_of(copy)))
    rule(dates.paragraph_format.element, "bottom")
    foot.add_paragraph(f"{one_line(copy.issuer)}\u3000发布", place.word.styles[ISSUER])
