"""An import in preparation, kept in one file that survives crashes and can be mailed."""
