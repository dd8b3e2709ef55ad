"""Where the plan and its units stand: for a terminal, a pull request, a program."""
