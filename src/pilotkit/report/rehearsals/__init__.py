"""The check sheet of a rehearsed inspection: for a terminal, or to be printed from Markdown."""
