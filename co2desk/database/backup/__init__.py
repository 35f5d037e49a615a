"""Logical backups: made, proved, restored and pruned; by pg_dump and pg_restore alone."""
