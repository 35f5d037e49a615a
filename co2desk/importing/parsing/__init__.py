"""One cell's text to a value, or to the reason why it has none."""
