"""What a line quotes: titles, words in quotation marks, code. It is not the text's own wording."""

import re

# No sign that opens stands inside, and no quote goes on in the next line: unclosed ones are passed
# once.
_QUOTED = re.compile(
    r"“[^“”\n]*”|《[^《》\n]*》|「[^「」\n]*」|`[^`\n]*`|\$[^$\n]*\$|\]\([^()\n]*\)"
)


def unquoted(said: str) -> str:
    """Put spaces for what the lines quote, so that columns stay."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), said)
