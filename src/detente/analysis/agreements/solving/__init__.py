"""Rows, grids, programmes and the frontier: what the engines stand on."""
