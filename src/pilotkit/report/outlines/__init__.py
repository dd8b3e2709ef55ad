"""What `pilot text` prints: the outline of a standard, and what rests on it; a file a form."""
