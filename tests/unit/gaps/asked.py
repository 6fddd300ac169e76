"""Questions without an answer, and vectors for them that need no encoder."""

import re
from datetime import UTC, datetime, timedelta

import numpy as np

from cryobot.gaps.assigning import Assigner
from cryobot.gaps.directions import Directions
from cryobot.gaps.settings import load_gap_settings
from cryobot.guidance.answer import Escalation
from cryobot.language.encoder import DIMENSIONS, Vectors
from cryobot.records.record import Record, RecordKind
from cryobot.records.store import RecordStore

START = datetime(2026, 11, 20, 9, tzinfo=UTC)


def ask(store: RecordStore, *questions: str, sender: str = "one", after: int = 0) -> list[Record]:
    """Record questions, a minute after one another."""
    records = [
        Record(
            at=START + timedelta(minutes=after + index),
            kind=RecordKind.UNANSWERED,
            escalation=Escalation.NONE,
            sender_id=sender,
            channel="web",
            question=question,
        )
        for index, question in enumerate(questions)
    ]
    for record in records:
        store.add(record)
    return records


def by_first_word(texts: list[str]) -> Vectors:
    """Give texts that begin with the same word vectors that are nearly the same."""
    vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
    for index, text in enumerate(texts):
        vectors[index, sum(re.split(r"\W", text)[0].encode("utf-8", "replace")) % DIMENSIONS] = 1
        vectors[index, len(text) % DIMENSIONS] += 0.1
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def nothing_left_out() -> Directions:
    """Compare the vectors as they are."""
    return Directions(np.zeros(DIMENSIONS, np.float32), np.zeros((1, DIMENSIONS), np.float32))


def assigner(store: RecordStore, batch: int = 100) -> Assigner:
    settings = load_gap_settings().model_copy(update={"batch": batch, "similarity": 0.5})
    return Assigner(store.database, by_first_word, nothing_left_out(), settings)
