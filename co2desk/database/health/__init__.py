"""Looks at how a database does, and ends what is stuck."""
