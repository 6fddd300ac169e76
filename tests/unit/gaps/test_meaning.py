"""The installed encoder and settings, on made-up questions without an answer."""

import itertools
from pathlib import Path

import numpy as np
import yaml

from cryobot.gaps.directions import FILE, load_directions
from cryobot.gaps.grouping import Grouping
from cryobot.gaps.settings import load_gap_settings
from cryobot.language.encoder import DIMENSIONS, installed_encoder
from cryobot.language.encoder_files import GRAPH, sha256_of
from cryobot.paths import ENCODER

MADE_UP = Path(__file__).with_name("made_up.yml")


def test_the_directions_were_written_for_the_installed_encoder() -> None:
    with np.load(FILE, allow_pickle=False) as stored:
        assert str(stored["encoder"]) == sha256_of(ENCODER / GRAPH)


def test_groups_mostly_mean_one_thing() -> None:
    topics = yaml.safe_load(MADE_UP.read_text(encoding="utf-8"))
    questions = [(topic, question) for topic, asked in topics.items() for question in asked]
    vectors = installed_encoder().encode([question for _, question in questions])
    nothing = np.zeros((0, DIMENSIONS), np.float32)
    similarity = load_gap_settings().similarity
    grouping = Grouping(load_directions(), similarity, nothing, np.zeros(0, np.float32), len(questions))
    order = np.random.default_rng(0).permutation(len(questions))
    places = {index: grouping.place(vectors[index]) for index in order}

    together = same = both = 0
    for one, other in itertools.combinations(range(len(questions)), 2):
        is_together, is_same = places[one] == places[other], questions[one][0] == questions[other][0]
        together, same, both = together + is_together, same + is_same, both + (is_together and is_same)
    assert both / together > 0.55
    assert both / same > 0.25
