"""The four lists of phase five and the decisions: for a terminal, a pull request, a program."""
