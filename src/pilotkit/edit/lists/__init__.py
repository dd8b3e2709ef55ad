"""Lists from Excel → changes of records: only what somebody changed, at its place in the file."""
