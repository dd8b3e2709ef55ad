"""For people and for spreadsheets: a line a point, and a line drawn through them."""

import csv
import io
from collections.abc import Sequence
from fractions import Fraction

from pilotkit.history.trend import Point
from pilotkit.measure.measures import HEADLINE, TITLES
from pilotkit.model.csv_cell import guarded
from pilotkit.model.measurement import cut_percent, cut_rate
from pilotkit.model.points import points_text
from pilotkit.model.sentence import Lang, Sentence
from pilotkit.report.drawings import trend
from pilotkit.report.escape import visible
from pilotkit.report.layout import pad, pad_left

_COLUMN = 14


def text(points: Sequence[Point], lang: Lang) -> str:
    """Render points as lines, oldest first: by today's table and windows, and by their own."""
    heads = [Sentence("现行口径", "by today's"), Sentence("当时口径", "as then")]
    titles = [*(head.to(lang) for head in heads), *(TITLES[name].to(lang) for name in HEADLINE)]
    first = Sentence("日期        版本        ", "date        revision    ").to(lang)
    lines = [first + "".join(pad_left(title, _COLUMN) for title in titles)]
    for one in points:
        figures = one.figures
        rates = [_percent(figures.rate(name)) for name in HEADLINE]
        cells = [points_text(figures.supported), points_text(figures.then), *rates]
        row = pad(f"{one.moment.date}  {one.moment.short}", 24)
        row += "".join(pad_left(cell, _COLUMN) for cell in cells)
        if figures.as_of != one.moment.date:
            row += Sentence(f"  截至 {figures.as_of}", f"  as of {figures.as_of}").to(lang)
        if one.moment.tags:
            row += f"  {', '.join(one.moment.tags)}"
        lines.append(row)
    return "".join(f"{visible(line)}\n" for line in lines)


def _percent(rate: Fraction | None) -> str:
    return "—" if rate is None else cut_percent(rate)


def comma_separated(points: Sequence[Point]) -> str:
    """Render points as CSV; no cell of it is a formula."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(
        ["date", "revision", "tags", "total", "total_then", *HEADLINE, "evidence", "as_of"]
    )
    for one in points:
        figures = one.figures
        rates = [figures.rate(name) for name in HEADLINE]
        rows.writerow(
            [
                one.moment.date.isoformat(),
                one.moment.id,
                guarded(visible(" ".join(one.moment.tags))),
                points_text(figures.supported),
                points_text(figures.then),
                *("" if rate is None else cut_rate(rate) for rate in rates),
                figures.counts["evidence"],
                figures.as_of.isoformat(),
            ]
        )
    return written.getvalue()


def svg(points: Sequence[Point], lang: Lang) -> str:
    """Draw the supported points over the days; of several on one day the last."""
    by_day = {one.moment.date: one.figures for one in points}
    newest = points[-1].figures
    data = trend.Trend(
        title=Sentence("有据得分趋势", "Supported points over time").to(lang),
        label=Sentence("有据得分", "supported").to(lang),
        points=tuple(trend.Measured(day, one.supported) for day, one in sorted(by_day.items())),
        maximum=newest.maximum,
        note=Sentence(f"截至 {newest.as_of}", f"as of {newest.as_of}").to(lang),
    )
    return trend.draw(data, lang)
