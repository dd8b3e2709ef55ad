"""Everything that makes files: what to write, as bytes by path. Writing them is `disk`'s."""
