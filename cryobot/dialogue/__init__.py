"""Decides the reply from what was understood and from the conversation so far. Pure functions."""
