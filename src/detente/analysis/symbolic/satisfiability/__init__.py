"""Statements as clauses, and the solver that decides them."""
