"""The page: one Markdown text, and the HTML made of it."""
