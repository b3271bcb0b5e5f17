"""Claims a language model suggests: only words the document has are taken."""
