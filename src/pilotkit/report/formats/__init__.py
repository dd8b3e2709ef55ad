"""The one list of formats. A format is a file of this folder and a line here."""

from pilotkit.report.format import Format
from pilotkit.report.formats import docx, html, md, pdf, svg, xlsx

FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        md.FORMAT,
        html.FORMAT,
        docx.FORMAT,
        pdf.FORMAT,
        xlsx.FORMAT,
        svg.FORMAT,
    )
}
