from parts.fixtures import nlp, reader, training_messages, vocabulary  # noqa: F401
