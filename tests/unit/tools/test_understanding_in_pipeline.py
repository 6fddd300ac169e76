"""The tool must observe and decide exactly what the NLU pipeline does."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from few_examples import few_examples
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.utils.spacy_utils import SpacyModel, SpacyNLP
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from cryobot.dialogue.follow_ups import load_follow_ups
from cryobot.guidance.installed import installed_library
from cryobot.nlu.assessor import Assessor
from cryobot.nlu.features import TextFeaturizer
from cryobot.nlu.intents import IntentClassifier
from cryobot.nlu.keys import EVIDENCE
from cryobot.nlu.reader import MessageReader
from cryobot.nlu.red_flags import RedFlagDetector
from cryobot.paths import CONFIG, ENCODER
from cryobot.understanding.assessment import KEY, Assessment
from cryobot.understanding.thresholds import load_thresholds
from tools.encoder.decision import Decision
from tools.encoder.examples import Example
from tools.encoder.understanding import Understanding

DECISION = Decision(installed_library(), load_follow_ups(), load_thresholds())
TRAINED = (MessageReader, TextFeaturizer, RedFlagDetector, IntentClassifier)
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


class Pipeline:
    """Our components as config.yml has them, trained in memory and used like Rasa uses them."""

    def __init__(self, examples: list[Example], language: Any, folder: Path) -> None:
        storage = LocalModelStorage.create(folder)
        context = ExecutionContext(GraphSchema({}))
        data = TrainingData([Message({TEXT: example.text, INTENT: example.labels[0]}) for example in examples])
        self._spacy = SpacyModel(language, "language")
        self._components = []
        for kind in TRAINED:
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
    return few_examples()


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

    assessment = DECISION.assess(observation)
    given = Assessment.from_dict(message.get(KEY))
    assert [part.id for part in assessment.parts] == [part.id for part in given.parts]
    assert assessment.nearest == given.nearest


def test_the_messages_cover_several_questions_and_red_flags(understanding: Understanding) -> None:
    observations = [understanding.observe(text) for text in MESSAGES]
    assert any(len(observation.evidence) > 1 for observation in observations)
    assert any(observation.words.mark for observation in observations)
    assert any(observation.words.danger for observation in observations)


def test_the_components_are_those_of_the_configuration() -> None:
    configured = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))["pipeline"]
    reader, *others = [f"{kind.__module__}.{kind.__name__}" for kind in (*TRAINED, Assessor)]
    assert [component.pop("name") for component in configured] == [reader, "SpacyNLP", *others]
    assert [component for component in configured if component] == [{"model": "models/language"}]
