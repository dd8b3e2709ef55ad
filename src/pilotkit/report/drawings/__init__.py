"""Pictures of the pilot as SVG text: one drawing a file, each a pure `draw(…) -> str`.

A drawing takes plain values, defined in its own file. What the files of the workspace say (names,
titles, notes) comes in as text already chosen; what the drawing itself says is in the language
asked for. Lengths are exact and written with one decimal, so the same input is the same bytes.
No ids, styles, links or fonts of its own: a string can stand in a page beside others.
"""
