"""Custom actions of the Rasa bot, one a file."""
