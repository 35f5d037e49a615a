"""Bytes of any dialect to a table of text with places."""

from co2desk.importing.readers.describe import describe
from co2desk.importing.readers.read import read_table
from co2desk.importing.readers.source import Source, open_source, source_from_text

__all__ = ["Source", "describe", "open_source", "read_table", "source_from_text"]
