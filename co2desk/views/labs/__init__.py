"""Laboratories: list, details, form."""
