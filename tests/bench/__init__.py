"""Measures how fast co2desk is, beside a peer or a floor in the same run: `make bench`."""
