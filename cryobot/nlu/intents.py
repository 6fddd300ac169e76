"""Gives the probability of every intent, for the whole message and for each segment."""

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import vstack

from cryobot.nlu.keys import EVIDENCE, FEATURES, KNOWN_WORDS, RED_FLAGS, TEXTS, VECTORS
from cryobot.nlu.red_flags import DANGER, MARK
from cryobot.nlu.storage import load_classifier, save_classifier
from cryobot.nlu.trained import TrainedComponent
from cryobot.understanding.evidence import Evidence
from cryobot.understanding.linear import LinearClassifier
from cryobot.understanding.tuned_heads import installed_heads

CLASSIFIER = "intents.npz"
MEMORY = "memory.npy"
STRENGTH = 1.0


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(TrainedComponent):
    """Averages a logistic regression with the heads of the encoder; remembers what it was trained on."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._classifier: LinearClassifier | None = None
        self._memory: np.ndarray[Any, Any] | None = None
        self._heads = installed_heads()

    def restore(self, folder: Path) -> None:
        """Read the classifier and the remembered sentence vectors."""
        self._classifier = load_classifier(folder / CLASSIFIER)
        self._memory = np.load(folder / MEMORY, allow_pickle=False).astype(np.float32)

    def train(self, training_data: TrainingData) -> Resource:
        """Train on the intent of every message."""
        messages = training_data.intent_examples
        features = vstack([message.get(FEATURES) for message in messages], format="csr")
        intents = [message.get(INTENT) for message in messages]
        self._classifier = LinearClassifier.fit(features, intents, STRENGTH, temperature=1.0)
        self._memory = np.stack([message.get(VECTORS) for message in messages])
        with self._storage.write_to(self._resource) as folder:
            save_classifier(folder / CLASSIFIER, self._classifier)
            # Half precision: familiarity needs no more, and the file is half the size.
            np.save(folder / MEMORY, self._memory.astype(np.float16))
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the evidence of each text of a message."""
        for message in messages:
            if not message.get(TEXTS):
                continue
            message.set(EVIDENCE, self._evidence(message))
        return messages

    def _evidence(self, message: Message) -> list[Evidence]:
        assert self._classifier is not None, "Rasa trains or loads a component before it is used"
        assert self._memory is not None, "Rasa trains or loads a component before it is used"
        labels, vectors, flags = self._classifier.labels, message.get(VECTORS), message.get(RED_FLAGS)
        learned = self._classifier.probabilities(message.get(FEATURES))
        intents = (learned + self._heads.choose(vectors, labels, learned)) / 2
        present = self._heads.present(vectors, labels, learned)
        # One text at a time: the product of two matrices is slower for the few texts of a message.
        familiarity = [float((self._memory @ vector).max()) for vector in vectors]
        return [
            Evidence(
                text=text,
                intents=dict(zip(labels, intents[index].tolist(), strict=True)),
                present=dict(zip(labels, present[index].tolist(), strict=True)),
                mark=flags[MARK][index],
                danger=flags[DANGER][index],
                familiarity=familiarity[index],
                # Only of the message as a whole: a segment may be one misspelled word.
                known_words=message.get(KNOWN_WORDS, 1.0) if index == 0 else 1.0,
            )
            for index, text in enumerate(message.get(TEXTS))
        ]
