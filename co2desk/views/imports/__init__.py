"""Import jobs, and the window in which a file is imported."""
