"""The chat widget: what is built into it, how it is built, and what it is told when it is served."""
