"""Several revisions seen together: what changed between two, and over time."""
