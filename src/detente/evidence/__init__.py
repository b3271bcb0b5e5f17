"""What the sources say: documents, passages, claims, the dossier; `extract` proposes claims from text."""
