"""The way of a message through every messaging platform: a webhook, the journal, the guard, and back."""
