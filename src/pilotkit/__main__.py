"""`python -m pilotkit` is `pilot`."""

from pilotkit.cli.app import main

main()
