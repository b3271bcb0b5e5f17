"""One published concept of stability, one file, and the registry of all (HOUSE §4)."""
