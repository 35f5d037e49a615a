"""Connections: the choice at the first start, and the servers kept by name."""
