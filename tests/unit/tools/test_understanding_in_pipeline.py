"""The tool must observe and decide exactly what the NLU pipeline does."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.utils.spacy_utils import SpacyModel, SpacyNLP
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from cryobot.guidance.answer import Basis
from cryobot.guidance.installed import installed_library
from cryobot.nlu.assessor import Assessor
from cryobot.nlu.features import TextFeaturizer
from cryobot.nlu.intents import IntentClassifier
from cryobot.nlu.keys import EVIDENCE
from cryobot.nlu.reader import MessageReader
from cryobot.nlu.red_flags import RedFlagDetector
from cryobot.paths import ENCODER
from cryobot.understanding.assessment import KEY
from cryobot.understanding.thresholds import load_thresholds
from tools.encoder.develop import decide
from tools.encoder.examples import SEVERAL, Example, load_examples
from tools.encoder.understanding import Understanding

EXAMPLES_OF_EACH_INTENT = 8
MESSAGES = (
    "Is it safe? And how much is a session?",
    "I've got a BLISTR on my arm, and does it hurt",
    "no marks at all, thanks",
    "my friend passed out in the cabin!",
    "what if I get a scar. Who are you",
    "are you sure",
    "ok",
    "theburn on my leg is b l e e d i n g",
    "zzz qqq",
)


def few(examples: list[Example]) -> list[Example]:
    """Keep the first examples of each intent."""
    seen: Counter[str] = Counter()
    kept = []
    for example in examples:
        seen[example.labels[0]] += 1
        if example.voice != SEVERAL and seen[example.labels[0]] <= EXAMPLES_OF_EACH_INTENT:
            kept.append(example)
    return kept


class Pipeline:
    """Our components as config.yml has them, trained in memory and used like Rasa uses them."""

    def __init__(self, examples: list[Example], language: Any, folder: Path) -> None:
        storage = LocalModelStorage.create(folder)
        context = ExecutionContext(GraphSchema({}))
        data = TrainingData([Message({TEXT: example.text, INTENT: example.labels[0]}) for example in examples])
        self._spacy = SpacyModel(language, "language")
        self._components = []
        for kind in (MessageReader, TextFeaturizer, RedFlagDetector, IntentClassifier):
            place = {}, storage, Resource(kind.__name__), context
            component = kind.create(*place)
            component.train(data)
            if hasattr(component, "process_training_data"):
                component.process_training_data(data)
            self._components.append(kind.load(*place))
        self._components.append(Assessor.create({}, storage, Resource("assessor"), context))

    def parse(self, text: str) -> Message:
        """Give the message as the pipeline leaves it."""
        messages = [Message({TEXT: text})]
        reader, *others = self._components
        reader.process(messages)
        SpacyNLP(self._spacy, SpacyNLP.get_default_config()).process(messages, self._spacy)
        for component in others:
            component.process(messages)
        return messages[0]


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return few(load_examples())


@pytest.fixture(scope="module")
def understanding(examples: list[Example]) -> Understanding:
    return Understanding.learn(examples, ENCODER)


@pytest.fixture(scope="module")
def pipeline(
    examples: list[Example], understanding: Understanding, tmp_path_factory: pytest.TempPathFactory
) -> Pipeline:
    return Pipeline(examples, understanding.language, tmp_path_factory.mktemp("pipeline"))


@pytest.mark.parametrize("text", MESSAGES)
def test_what_is_observed_and_decided_is_what_the_pipeline_gives(
    text: str, understanding: Understanding, pipeline: Pipeline
) -> None:
    message = pipeline.parse(text)
    observation = understanding.observe(text)

    assert len(observation.evidence) == len(message.get(EVIDENCE))
    for observed, expected in zip(observation.evidence, message.get(EVIDENCE), strict=True):
        assert observed.text == expected.text
        assert observed.intents == pytest.approx(expected.intents, abs=1e-4)
        assert observed.present == pytest.approx(expected.present, abs=1e-4)
        numbers = (observed.mark, observed.danger, observed.familiarity)
        assert numbers == pytest.approx((expected.mark, expected.danger, expected.familiarity), abs=1e-4)

    library = installed_library()
    assessment = decide(observation, library, frozenset(library.ids(Basis.ARTICLE)), load_thresholds())
    expected_parts = [part["id"] for part in message.get(KEY)["parts"]]
    assert [part.id for part in assessment.parts] == expected_parts
    assert list(assessment.nearest) == list(message.get(KEY)["nearest"])


def test_the_messages_cover_several_questions_and_red_flags(understanding: Understanding) -> None:
    observations = [understanding.observe(text) for text in MESSAGES]
    assert any(len(observation.evidence) > 1 for observation in observations)
    assert any(observation.words.mark for observation in observations)
    assert any(observation.words.danger for observation in observations)
