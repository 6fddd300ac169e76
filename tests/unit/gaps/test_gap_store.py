import pytest

from cryobot.gaps.errors import GapDecidedError, NoSuchGapError
from cryobot.gaps.gap import Decision, Gap
from cryobot.gaps.store import GapStore
from cryobot.records.store import RecordStore

from .asked import ask, assigner


@pytest.fixture
def gaps(store: RecordStore) -> GapStore:
    """Groups of 3, 2, 1 and 1 questions."""
    ask(store, "parking a", "parking b", "parking  A", "vouchers a", "vouchers b", "sauna", "wifi")
    assigner(store).assign()
    return GapStore(store.database)


def first(gaps: GapStore) -> Gap:
    return gaps.waiting(1)[0]


def test_groups_come_largest_first_page_by_page(gaps: GapStore) -> None:
    together = gaps.waiting(10)
    assert [gap.size for gap in together] == [3, 2, 1, 1]

    seen: list[int] = []
    after = None
    while page := gaps.waiting(1, after):
        seen.append(page[0].id)
        after = page[0].size, page[0].id
    assert seen == [gap.id for gap in together]


def test_examples_are_each_wording_once(gaps: GapStore) -> None:
    largest = first(gaps)

    assert sorted(gaps.typical([largest], 5, 40)[largest.id]) == ["parking A", "parking a", "parking b"]
    assert len(gaps.typical([largest], 2, 40)[largest.id]) == 2
    assert gaps.typical([], 5, 40) == {}


def test_a_decision_and_taking_it_back(gaps: GapStore) -> None:
    largest = first(gaps)
    gaps.decide(largest.id, Decision.BELONGS, "uses", "edith")

    assert gaps.numbers() == (3, 1)
    (decided,) = gaps.decided(10)
    assert (decided.id, decided.decision, decided.answer, decided.decided_by) == (
        largest.id, Decision.BELONGS, "uses", "edith",
    )  # fmt: skip
    with pytest.raises(GapDecidedError):
        gaps.decide(largest.id, Decision.OUT_OF_SCOPE, "", "other")
    gaps.undo(largest.id)
    assert gaps.numbers() == (4, 0)
    assert first(gaps).id == largest.id
    with pytest.raises(GapDecidedError):
        gaps.undo(largest.id)


def test_decided_groups_come_latest_first_page_by_page(gaps: GapStore) -> None:
    for gap in gaps.waiting(10):
        gaps.decide(gap.id, Decision.OUT_OF_SCOPE, "", "edith")
    together = gaps.decided(10)

    seen: list[int] = []
    after = None
    while page := gaps.decided(1, after):
        seen.append(page[0].id)
        assert page[0].decided_at is not None
        after = page[0].decided_at, page[0].id
    assert seen == [gap.id for gap in together]
    assert len(seen) == 4


@pytest.mark.parametrize("gap_id", [-1, 0, 10**17])
def test_there_is_no_such_group(gaps: GapStore, gap_id: int) -> None:
    with pytest.raises(NoSuchGapError):
        gaps.decide(gap_id, Decision.NEW_ANSWER, "", "edith")
    with pytest.raises(NoSuchGapError):
        gaps.undo(gap_id)


@pytest.mark.parametrize(("decision", "answer"), [(Decision.BELONGS, ""), (Decision.NEW_ANSWER, "uses")])
def test_an_answer_goes_with_one_decision_only(gaps: GapStore, decision: Decision, answer: str) -> None:
    with pytest.raises(ValueError, match="An answer goes with"):
        gaps.decide(first(gaps).id, decision, answer, "edith")


def test_new_questions_join_a_group_that_is_decided(gaps: GapStore, store: RecordStore) -> None:
    largest = first(gaps)
    gaps.decide(largest.id, Decision.OUT_OF_SCOPE, "", "edith")
    ask(store, "parking c", after=60)
    assigner(store).assign()

    assert [(gap.id, gap.size) for gap in gaps.decided(10)] == [(largest.id, 4)]
