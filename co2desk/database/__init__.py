"""The shared PostgreSQL schema, and the only user of its tables."""
