"""co2desk: laboratory activity data, checked row by row, in a shared PostgreSQL database."""

__version__ = "0.1.0"
