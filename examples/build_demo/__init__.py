"""Builds the invented pilot of `examples/demo`, the same to the byte every time."""
