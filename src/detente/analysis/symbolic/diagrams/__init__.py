"""Sets of states as decision diagrams, and the concepts of stability over them."""
