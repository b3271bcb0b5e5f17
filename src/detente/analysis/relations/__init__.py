"""How actors stand to one another."""

from detente.analysis.relations.wishes import Meeting, WishRelations, is_rule, wish_relations

__all__ = ["Meeting", "WishRelations", "is_rule", "wish_relations"]
