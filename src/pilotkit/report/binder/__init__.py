"""资料汇编: the evidence in volumes, in the table's order, numbered, stamped and listed."""
