"""What a best package is: one objective, one file, and the registry of all."""
