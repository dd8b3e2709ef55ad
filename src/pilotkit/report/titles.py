"""What measures are called where people read."""

from pilotkit.measure.measures import MEASURES

TITLES = {measure.name: measure.title for measure in MEASURES}
