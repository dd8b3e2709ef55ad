"""Markdown → what a standard's text is made of."""
