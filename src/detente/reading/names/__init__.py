"""Who is named: countries, bodies, persons, and the cast of a document."""
