"""What sentences propose: deeds, parties, items, flags, projects."""
