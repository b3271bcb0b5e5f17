"""`read`: documents to proposed claims."""
