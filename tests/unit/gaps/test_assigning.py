from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import numpy as np
import pytest
from sqlalchemy import func, select, text

from cryobot.errors import StoreError
from cryobot.gaps.store import GapStore
from cryobot.language.encoder import Vectors
from cryobot.records.record import RecordKind
from cryobot.records.store import RecordStore
from cryobot.records.tables import GAP_MEMBERS, GAPS, RECORDS

from .asked import START, ask, assigner


def sizes(store: RecordStore) -> list[int]:
    return [gap.size for gap in GapStore(store.database).waiting(100)]


def number_of_members(store: RecordStore) -> int:
    with store.database.transaction() as connection:
        return int(connection.execute(select(func.count()).select_from(GAP_MEMBERS)).scalar_one())


def totals_are_sums(store: RecordStore) -> bool:
    with store.database.transaction() as connection:
        for gap in connection.execute(select(GAPS)).all():
            of_gap = select(GAP_MEMBERS.c.vector).where(GAP_MEMBERS.c.gap_id == gap.id)
            vectors = [np.frombuffer(vector, np.float32) for vector in connection.execute(of_gap).scalars()]
            if len(vectors) != gap.size or not np.allclose(
                sum(vectors), np.frombuffer(gap.centroid, np.float32), atol=1e-4
            ):
                return False
    return True


def test_questions_that_mean_the_same_are_one_group(store: RecordStore) -> None:
    ask(store, "parking near you", "vouchers for my wife", "parking?", "parking spaces")

    assert assigner(store).assign() == 4
    largest, other = GapStore(store.database).waiting(10)
    assert (largest.size, other.size) == (3, 1)
    assert (largest.first_at, largest.last_at) == (START, START + timedelta(minutes=3))
    assert totals_are_sums(store)


def test_groups_go_on_from_batch_to_batch(store: RecordStore) -> None:
    ask(store, *(f"parking {number}" for number in range(7)))
    one = assigner(store, batch=3)

    assert [one.assign() for _ in range(4)] == [3, 3, 1, 0]
    ask(store, "parking again", after=60)
    assert assigner(store).assign() == 1
    assert sizes(store) == [8]
    assert totals_are_sums(store)


def test_only_questions_without_an_answer_are_taken(store: RecordStore) -> None:
    ask(store, "parking")
    with store.database.transaction() as connection:
        connection.execute(RECORDS.update().values(kind=RecordKind.NOT_HELPFUL.value))

    assert assigner(store).assign() == 0


@pytest.mark.parametrize("question", ["", "?", "ok", "12345", "\0", "\ud800!!", "😀😀😀", "  a1b_ "])
def test_messages_with_hardly_any_letters_are_a_group_apart(store: RecordStore, question: str) -> None:
    ask(store, question, "parking", "!!!")

    assert assigner(store).assign() == 3
    groups = GapStore(store.database).waiting(10)
    assert [(group.size, group.is_wordless) for group in groups] == [(2, True), (1, False)]
    ask(store, "??", "parking 2", after=9)
    assert assigner(store).assign() == 2
    assert sizes(store) == [3, 2]


def test_what_was_deleted_meanwhile_is_not_assigned(store: RecordStore) -> None:
    ask(store, "parking", sender="gone")
    ask(store, "parking too", sender="stays", after=1)
    one = assigner(store)

    def encode_while_somebody_is_forgotten(texts: list[str]) -> Vectors:
        store.forget("gone")
        return np.eye(384, dtype=np.float32)[: len(texts)]

    one._encode = encode_while_somebody_is_forgotten
    assert one.assign() == 1
    assert sizes(store) == [1]


def test_who_is_forgotten_leaves_the_groups(store: RecordStore) -> None:
    ask(store, "parking", "vouchers", "??", sender="gone")
    ask(store, "parking too", sender="stays", after=9)
    assigner(store).assign()
    store.forget("gone")

    assert sizes(store) == [1]
    assert number_of_members(store) == 1
    assert totals_are_sums(store)


def test_several_at_once_put_each_question_into_one_group(store: RecordStore) -> None:
    words = ("parking", "vouchers", "sauna")
    ask(store, *(f"{words[number % 3]} {number}" for number in range(60)))
    several = [assigner(store, batch=7) for _ in range(4)]

    def work(number: int) -> int:
        return sum(several[number].assign() for _ in range(9))

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(work, range(4))) == 60
    assert sizes(store) == [20, 20, 20]
    assert number_of_members(store) == 60
    assert totals_are_sums(store)


def test_a_failure_leaves_nothing_half_done(store: RecordStore) -> None:
    ask(store, "parking", "vouchers")
    with store.database.transaction() as connection:
        connection.execute(text("ALTER TABLE gap_members RENAME TO away"))
    with pytest.raises(StoreError):
        assigner(store).assign()
    with store.database.transaction() as connection:
        connection.execute(text("ALTER TABLE away RENAME TO gap_members"))

    assert sizes(store) == []
    assert assigner(store).assign() == 2
