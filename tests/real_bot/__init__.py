"""The assistant itself, trained and started as its users start it."""
