"""The pages of the import window, one module each; they do not know one another."""
