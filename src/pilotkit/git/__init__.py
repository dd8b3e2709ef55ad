"""The only package that starts git: plumbing with fixed arguments, a revision as Files."""
