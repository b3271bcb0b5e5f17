"""Which words are quoted, whether they are speech, and who speaks."""
