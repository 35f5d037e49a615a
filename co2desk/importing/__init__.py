"""A file to checked rows: no Qt, no SQL."""
