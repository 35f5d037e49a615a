"""Bytes of any dialect to a table of text with places."""
