"""What a line quotes, which is not its own wording: titles, words in quotation marks, code, `>`."""

import re

# The address of a link or a picture, which may hold brackets itself: 流程图 (1).png.
ADDRESS = r"\]\((?:[^()\n]|\([^()\n]*\))*\)"
# No sign that opens stands inside, and no quote goes on in the next line: unclosed ones are passed
# once.
_QUOTED = re.compile(
    rf"“[^“”\n]*”|《[^《》\n]*》|「[^「」\n]*」|`[^`\n]*`|\$[^$\n]*\$|{ADDRESS}|^ {{0,3}}>.*$",
    re.MULTILINE,
)


def unquoted(said: str) -> str:
    """Put spaces for what the lines quote, so that columns stay."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), said)
