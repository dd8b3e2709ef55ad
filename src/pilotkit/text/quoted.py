"""What a line quotes: titles, words in quotation marks, code. It is not the text's own wording."""

import re

# No sign that opens stands inside: unclosed ones are passed once.
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|「[^「」]*」|`[^`]*`|\$[^$]*\$|\]\([^()]*\)")


def unquoted(line: str) -> str:
    """Put spaces for what is quoted, so that columns stay."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), line)
