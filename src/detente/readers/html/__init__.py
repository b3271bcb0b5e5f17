"""Web pages: their text, their facts, and what on them is no content."""
