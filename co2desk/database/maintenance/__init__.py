"""Keeps tables and indexes in shape while people work."""
