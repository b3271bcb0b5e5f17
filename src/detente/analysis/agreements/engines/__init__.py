"""Who answers questions about packages: everything written out, a list, or a solver."""
