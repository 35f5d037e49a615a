"""What all tests share: the PostgreSQL of tests/postgres.py."""

pytest_plugins = ["tests.postgres"]
