"""Finds out what is wrong with a connection, one step after the other."""
