"""The command line: parse, call a use case, present (HOUSE §2)."""

from detente.cli.app import main

__all__ = ["main"]
