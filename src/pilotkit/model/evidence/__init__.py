"""Evidence: one record a file, a class for every kind."""
