"""Proofs and dates turned into lists of work."""
