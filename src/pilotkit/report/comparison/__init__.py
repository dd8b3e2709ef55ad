"""Files of reports, read back and compared: what is in one and not in the other, in words."""
