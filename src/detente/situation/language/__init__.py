"""The language of the file: expressions, and faults of shape."""
