"""Drafts, packs and the built-in catalogue: work without the database."""
