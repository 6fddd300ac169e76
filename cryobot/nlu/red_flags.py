"""Detects marks on the skin and signs of danger, by rules and by a classifier of its own for each."""

from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import vstack

from cryobot.detection.danger import danger_evidence
from cryobot.detection.marks import mark_evidence
from cryobot.nlu.keys import FEATURES, RED_FLAGS, SPACY_DOC, TEXTS, VECTORS
from cryobot.nlu.storage import load_classifier, save_classifier
from cryobot.nlu.trained import TrainedComponent
from cryobot.understanding.labels import ABOUT_A_MARK, EMERGENCY
from cryobot.understanding.linear import LinearClassifier
from cryobot.understanding.tuned_heads import installed_heads

MARK = "mark"
DANGER = "danger"
INTENTS = {MARK: ABOUT_A_MARK, DANGER: frozenset({EMERGENCY})}
PRESENT, ABSENT = "present", "absent"
STRENGTH = 1.0


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class RedFlagDetector(TrainedComponent):
    """Sets, for each kind of red flag, the probability in every text and the words a rule found."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._classifiers: dict[str, LinearClassifier] = {}
        self._heads = installed_heads()

    def restore(self, folder: Path) -> None:
        """Read the classifier of each kind."""
        self._classifiers = {kind: load_classifier(folder / f"{kind}.npz") for kind in INTENTS}

    def train(self, training_data: TrainingData) -> Resource:
        """Train one yes-or-no classifier for each kind of red flag."""
        messages = training_data.intent_examples
        features = vstack([message.get(FEATURES) for message in messages], format="csr")
        for kind, intents in INTENTS.items():
            answers = [PRESENT if message.get(INTENT) in intents else ABSENT for message in messages]
            self._classifiers[kind] = LinearClassifier.fit(features, answers, STRENGTH, temperature=1.0)
        with self._storage.write_to(self._resource) as folder:
            for kind, classifier in self._classifiers.items():
                save_classifier(folder / f"{kind}.npz", classifier)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the red flags of each message that has a text."""
        for message in messages:
            if not message.get(TEXTS):
                continue
            document = message.get(SPACY_DOC)
            flags: dict[str, Any] = {
                f"{MARK}_words": mark_evidence(document),
                f"{DANGER}_words": danger_evidence(document),
            }
            for kind, intents in INTENTS.items():
                classifier = self._classifiers[kind]
                learned = classifier.probabilities(message.get(FEATURES))[:, classifier.labels.index(PRESENT)]
                tuned = self._heads.present(message.get(VECTORS), sorted(intents)).max(axis=1)
                flags[kind] = [float(value) for value in (learned + tuned) / 2]
            message.set(RED_FLAGS, flags)
        return messages
