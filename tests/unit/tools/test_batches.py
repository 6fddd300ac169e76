from random import Random

from tools.encoder.batches import BATCHES_PER_CHUNK, batches
from tools.encoder.examples import Example

EXAMPLES = [Example("x" * length, (str(length),), "plain") for length in range(1, 1001)]


def test_every_example_is_in_one_batch() -> None:
    made = batches(EXAMPLES, 32, Random(0))
    assert sorted(len(example.text) for batch in made for example in batch) == list(range(1, 1001))


def test_batches_have_the_size_that_was_asked_for() -> None:
    sizes = sorted(len(batch) for batch in batches(EXAMPLES, 32, Random(0)))
    assert sizes == [8, *([32] * 31)]


def test_lengths_in_a_batch_are_alike() -> None:
    made = batches(EXAMPLES, 10, Random(0))
    spreads = [len(batch[-1].text) - len(batch[0].text) for batch in made]
    # Drawn at random, ten of a thousand lengths would spread over eight hundred.
    assert max(spreads) < 1000 / BATCHES_PER_CHUNK * 4


def test_batches_come_in_random_order() -> None:
    shortest = [len(batch[0].text) for batch in batches(EXAMPLES, 50, Random(0))]
    assert shortest != sorted(shortest)


def test_batches_differ_from_epoch_to_epoch_but_not_between_runs() -> None:
    random, again = Random(0), Random(0)
    first, second = batches(EXAMPLES, 32, random), batches(EXAMPLES, 32, random)
    assert first != second
    assert [batches(EXAMPLES, 32, again), batches(EXAMPLES, 32, again)] == [first, second]


def test_the_examples_stay_in_their_order() -> None:
    before = list(EXAMPLES)
    batches(EXAMPLES, 32, Random(0))
    assert before == EXAMPLES
