from parts.fixtures import follow_ups, library, nlp, own_records, reader, training_messages, vocabulary  # noqa: F401
from real_postgres.fixtures import postgres, record_url  # noqa: F401
