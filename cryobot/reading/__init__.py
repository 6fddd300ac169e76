"""Turns what a person typed into plain, correctly spelled text. Pure functions, no state."""
