"""Beyond enumeration: equilibria of situations whose states are too many to list (SCALE §6).

Wishes, constraints and moves become decision diagrams, on which all states are decided at once; where
those do not fit, Nash equilibria are searched one by one (optional extra `detente[solve]`, OR-Tools). No
array is as large as the product space.
"""
