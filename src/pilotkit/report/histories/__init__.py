"""The score over time, in the forms that `pilot history` prints."""
