"""Finds red flags: marks on the skin and signs of danger, ahead of and independent of the intent."""
