"""Published cases: what a source prints, beside what the definitions give."""
