"""A dossier in the formats of other tools, and back: what was exported is read again to the letter.

Each format shows what its readers understand, and carries our own record beside it. On the way back the two
must still say the same: a change made elsewhere is named, never half-taken.
"""
