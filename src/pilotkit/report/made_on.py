"""When a file says that it was made: on the day of its data, so that the same data are the same."""

from datetime import UTC, date, datetime, time

# The first day that a packed file can name.
_NO_DAY = date(1980, 1, 1)


def made_on(day: date | None) -> datetime:
    """Return the first moment of a day; of a day long ago where the data have none."""
    return datetime.combine(day or _NO_DAY, time(), UTC)
