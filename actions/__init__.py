"""Custom actions of the Rasa bot, one a file. Each says the approved texts it owns; the plan decides which."""
