"""Détente: from documents to a checkable model of a dispute, and from the model to a cited brief."""
