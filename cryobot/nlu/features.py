"""Splits a message into segments and gives every segment its sentence vector and its features."""

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from cryobot.language.encoder import installed_encoder
from cryobot.language.segments import segment_texts
from cryobot.nlu.keys import FEATURES, SPACY_DOC, TEXTS, VECTORS
from cryobot.nlu.storage import load_json, save_json
from cryobot.nlu.trained import TrainedComponent
from cryobot.understanding.features import Featurizer, Vocabularies

FILE = "vocabularies.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TextFeaturizer(TrainedComponent):
    """Sets texts (the whole message, then its segments), their vectors and their feature rows."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._featurizer: Featurizer | None = None
        self._encoder = installed_encoder()

    def restore(self, folder: Path) -> None:
        """Read the words and letter groups."""
        self._featurizer = Featurizer.from_vocabularies(Vocabularies(**load_json(folder / FILE)))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the words and letter groups of the training messages."""
        self._featurizer = Featurizer.fit([message.get(TEXT) for message in training_data.intent_examples])
        learned = self._featurizer.vocabularies
        with self._storage.write_to(self._resource) as folder:
            save_json(folder / FILE, {"words": learned.words, "letters": learned.letters})
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Set vector and features of every training message as a whole."""
        messages = training_data.intent_examples
        texts = [message.get(TEXT) for message in messages]
        vectors = self._encoder.encode(texts)
        assert self._featurizer is not None, "Rasa trains a component before it is used"
        features = self._featurizer.transform(texts, vectors)
        for index, message in enumerate(messages):
            message.set(VECTORS, vectors[index])
            message.set(FEATURES, features[index])
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set texts, vectors and features of each message that has a text."""
        assert self._featurizer is not None, "Rasa loads a component before it is used"
        for message in messages:
            if not message.get(TEXT):
                continue
            segments = segment_texts(message.get(SPACY_DOC))
            texts = [message.get(TEXT), *(segments if len(segments) > 1 else [])]
            vectors = self._encoder.encode(texts)
            message.set(TEXTS, texts)
            message.set(VECTORS, vectors)
            message.set(FEATURES, self._featurizer.transform(texts, vectors))
        return messages
