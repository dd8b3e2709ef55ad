"""Measurements and evidence → points: the proof language, awards, groups, sums."""
