"""What to do next, in the forms that `pilot next` prints."""
