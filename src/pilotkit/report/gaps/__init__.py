"""The matrix of what units have and lack: for a terminal, a pull request, a program."""
