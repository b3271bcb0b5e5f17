"""The version of this package, stamped on every result; pyproject.toml says the same (a test compares)."""

VERSION = "0.1.0"
