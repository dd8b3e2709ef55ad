"""A picture at a place of a Word file: as large as it is drawn, or as fits."""

from io import BytesIO

from docx.oxml.ns import qn
from docx.shared import Length, Pt

from pilotkit.report.raster import Picture
from pilotkit.report.word.place import Place
from pilotkit.report.word.styles import PICTURE


def put_picture(place: Place, drawn: Picture, said: str, room: tuple[Length, Length]) -> None:
    """Put a picture where it may be so wide and so high; `said` is read to who does not see it."""
    widest, highest = room
    wide, high = Pt(drawn.width * 3 // 4), Pt(drawn.height * 3 // 4)
    run = place.paragraph("", PICTURE).add_run()
    shown = Length(min(wide, widest, highest * wide // high))
    run.add_picture(BytesIO(drawn.content), width=shown)
    next(run.element.iter(qn("wp:docPr"))).set("descr", said)
