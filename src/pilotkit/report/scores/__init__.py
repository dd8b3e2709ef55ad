"""The filled table, in the forms that `pilot score` prints."""
