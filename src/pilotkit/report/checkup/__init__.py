"""What this machine can do for pilotkit, what it lacks, and the command that mends it."""
