"""What changed between two revisions, in the forms that `pilot diff` prints."""
