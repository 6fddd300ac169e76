"""The running conversations: what of them is kept, and where."""
