"""A Chinese letter, as patterns write it."""

# No range of code points: each pattern with one takes over a millisecond to compile.
CHINESE = r"[^\W\d_A-Za-z]"
