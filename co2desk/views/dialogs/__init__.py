"""Dialogs that several views open."""
