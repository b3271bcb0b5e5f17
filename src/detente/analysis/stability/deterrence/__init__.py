"""What can be answered to a move: legal sequences of the others, for every state at once (SCALE §2)."""
