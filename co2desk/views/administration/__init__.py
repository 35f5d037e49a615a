"""Administration: people, audit log, health, backup, schema."""
