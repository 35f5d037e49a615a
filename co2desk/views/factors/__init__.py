"""Emission factors: the catalogue and its details."""
