"""Activities: the list that pages from the server, and where each comes from."""
