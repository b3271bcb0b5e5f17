"""Deciding on proposed claims, and how far proposals and reviewers can be trusted."""
