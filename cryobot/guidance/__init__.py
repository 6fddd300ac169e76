"""The approved answers: their schema, their approval, and the texts that may be shown."""
