"""Exhibits and reports drawn for people: terminal text, Markdown, HTML, PDF, DOCX and SVG figures.

Presenters see `detente.exhibits` only (HOUSE §2). Labels may hold anything; every presenter passes
them through `clean` first and then through the escape of its own format.
"""
