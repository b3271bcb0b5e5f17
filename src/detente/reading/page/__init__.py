"""What of a page is text, and whose: blocks, sentences, turns, page furniture, the date in its head."""
