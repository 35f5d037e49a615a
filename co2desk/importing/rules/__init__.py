"""Rules over one row, and rules over the whole table."""
