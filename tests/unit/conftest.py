from parts.fixtures import follow_ups, library, nlp, reader, training_messages, vocabulary  # noqa: F401
