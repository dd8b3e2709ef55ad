"""What `pilot evidence verify` prints, a file a form."""
