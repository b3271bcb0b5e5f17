"""How actors stand to one another."""

from detente.analysis.relations.wishes import Meeting, WishRelations, wish_relations

__all__ = ["Meeting", "WishRelations", "wish_relations"]
