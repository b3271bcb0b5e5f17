"""PDF: the lines of its pages, put together to text."""
