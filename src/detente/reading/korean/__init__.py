"""What only Korean needs: its words, offices, subjects, deeds."""
