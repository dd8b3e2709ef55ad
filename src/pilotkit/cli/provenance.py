"""Which commit the records of a working tree are from: what small print says."""

from pathlib import Path

from pilotkit.git.checkout import find_checkout, head
from pilotkit.git.faults import GitFault
from pilotkit.git.uncommitted import uncommitted


def checked_out(root: Path) -> tuple[str | None, bool]:
    """Return the commit that is checked out, and whether records differ from it."""
    try:
        checkout = find_checkout(root)
        commit = head(checkout)
        return (commit.short, bool(uncommitted(checkout))) if commit else (None, False)
    except GitFault:
        return None, False
