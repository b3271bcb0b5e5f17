"""What only Japanese needs: its words, offices, subjects, deeds."""
