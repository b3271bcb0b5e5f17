"""What only English needs: its words, clauses, subjects, pronouns, date expressions."""
