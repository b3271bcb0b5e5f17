"""Text in, proposed claims out, by rules: pages, names, dates, quotations, claims; each language apart."""
