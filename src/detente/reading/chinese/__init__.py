"""What only Chinese needs: its words, offices, subjects, deeds."""
