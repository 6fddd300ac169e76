"""How messages come in and replies go out; every channel passes through the guard."""
