"""The spaCy pipeline that is assembled from parts: tokens, lemmas, clauses, and matchers of the vocabulary."""
