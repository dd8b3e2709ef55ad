"""Measures `pilot report binder` against pypdf alone: `python bench/binder.py [FILES]`.

FILES records with one PDF of one page each. Prints CPU seconds (user + system, with all children,
the minimum of the rounds) and peak memory: of pypdf that appends the same files and writes them, of
`pilot score`, and of the binder, also with a single record: what is beyond that is what FILES cost.
"""

import argparse
import hashlib
import os
import sys
import tempfile
from pathlib import Path

from compare import interleaved

HERE = Path(__file__).resolve().parent
BIN = Path(sys.executable).parent
ALONE, SCORE = "pypdf append", "pilot score"
BINDER, ONE = "pilot report binder", "pilot report binder, of one"
APPEND = """
import sys
from pathlib import Path
from pypdf import PdfWriter
writer = PdfWriter()
for place in sorted(Path(sys.argv[1], "data").rglob("*.pdf")):
    writer.append(place)
writer.write(sys.argv[2])
"""


def page(words: str) -> bytes:
    """Make a PDF of one page with a few lines of text, as a scanner's software would."""
    text = "".join(f"BT /F 11 Tf 72 {720 - 14 * n} Td ({words} {n}) Tj ET\n" for n in range(40))
    parts = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 6 0 R>>",
        f"<</Length {len(text)}>>\nstream\n{text}endstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Font<</F 5 0 R>>>>",
    )
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        content
        + (
            f"xref\n0 7\n0000000000 65535 f \n{table}"
            f"trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n{len(content)}\n%%EOF\n"
        ).encode()
    )


def write(root: Path, files: int) -> None:
    """Write a pilot with so many announcements, all of one criterion."""
    folder = root / "data/evidence/spj"
    folder.mkdir(parents=True)
    (root / "data/pilot.yaml").write_text(
        "name: 基准\nundertaking: spj\nperiod: {since: 2021-01-01, until: 2024-01-01}\n"
        "as_of: 2023-01-01\n",
        "utf-8",
    )
    (root / "data/units.yaml").write_text(
        "units: [{id: spj, name: 审批局, level: 区, roles: [牵头]}]\n", "utf-8"
    )
    for number in range(files):
        content = page(f"record {number}")
        (folder / f"x{number}").mkdir()
        (folder / f"x{number}/scan.pdf").write_bytes(content)
        (folder / f"x{number}.yaml").write_text(
            f"id: x{number}\ntitle: 第{number}期简报\nkind: 宣传\n"
            f"date: 2022-{number % 12 + 1:02}-01\n"
            f"unit: spj\nscope: 内部\nmedium: 简报{number % 9}\n"
            f"files: [{{path: scan.pdf, sha256: {hashlib.sha256(content).hexdigest()}}}]\n",
            "utf-8",
        )


def main() -> None:
    """Measure and print."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    parser = argparse.ArgumentParser(description="The binder against pypdf alone.")
    parser.add_argument("files", type=int, nargs="?", default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root, one = Path(temporary, "pilot"), Path(temporary, "one")
        write(root, asked.files)
        write(one, 1)
        append, out = Path(temporary, "append.py"), str(Path(temporary, "alone.pdf"))
        append.write_text(APPEND, "utf-8")
        pilot = str(BIN / "pilot")
        costs = interleaved(
            {
                ALONE: (sys.executable, str(append), str(root), out),
                SCORE: (pilot, "score", "-C", str(root)),
                BINDER: (pilot, "report", "binder", "-C", str(root)),
                ONE: (pilot, "report", "binder", "-C", str(one)),
            },
            asked.rounds,
        )
    print(f"| {asked.files:,} one-page files | CPU s | × pypdf | peak MB |\n|---|--:|--:|--:|")
    for name, cost in costs.items():
        print(f"| {name} | {cost.cpu:.2f} | {cost.cpu / costs[ALONE].cpu:.2f} | {cost.peak:.0f} |")
    for less in (SCORE, ONE):
        own = costs[BINDER].cpu - costs[less].cpu
        print(f"{BINDER} beyond {less}: {own:.2f} s, {own / costs[ALONE].cpu:.2f} × pypdf")


if __name__ == "__main__":
    main()
