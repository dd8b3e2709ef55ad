"""The sections of the self-evaluation report, in its own order: one file a group of sections."""
