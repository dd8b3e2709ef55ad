"""Rules that need the score: the plan against table, targets and claims; records against proofs."""
