"""The situation file as a whole: its entries, reading it, and what is odd in it."""
