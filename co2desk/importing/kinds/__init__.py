"""The kinds of file: one module each."""
