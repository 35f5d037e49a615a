"""The import window: four steps from a file to committed activities."""
