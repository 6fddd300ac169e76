"""Questions without an answer, grouped by meaning, for the person who edits the guidance."""
