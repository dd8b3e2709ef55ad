"""The pilot's own standards as they are handed out: one by one, and as a collected volume."""
