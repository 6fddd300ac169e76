"""First in the pipeline: replaces the text of a message by how it is read, and keeps what was typed."""

from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from cryobot.language.vocabulary import load_vocabulary
from cryobot.nlu.keys import KNOWN_WORDS, ORIGINAL_TEXT
from cryobot.nlu.storage import load_json, save_json
from cryobot.nlu.trained import TrainedComponent
from cryobot.reading.characters import fold
from cryobot.reading.lexicon import Lexicon, build_lexicon
from cryobot.reading.reader import Reader, words_of

FILE = "lexicon.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class MessageReader(TrainedComponent):
    """Learns the words of the training messages, then mends the spelling of every message."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(storage, resource)
        self._reader: Reader | None = None

    def restore(self, folder: Path) -> None:
        """Read the words."""
        stored = load_json(folder / FILE)
        self._reader = Reader(Lexicon(stored["words"], frozenset(stored["matters"])))

    def train(self, training_data: TrainingData) -> Resource:
        """Collect the words of the training messages and of the vocabulary."""
        vocabulary = load_vocabulary()
        messages = [words_of(fold(message.get(TEXT))) for message in training_data.intent_examples]
        lexicon = build_lexicon(messages, vocabulary.words_that_matter(), vocabulary.known_words)
        with self._storage.write_to(self._resource) as folder:
            save_json(folder / FILE, {"words": dict(lexicon.words), "matters": sorted(lexicon.matters)})
        self._reader = Reader(lexicon)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Read every training message."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Read each message that has a text."""
        assert self._reader is not None, "Rasa trains or loads a component before it is used"
        for message in messages:
            text = message.get(TEXT)
            if text:
                message.set(ORIGINAL_TEXT, text, add_to_output=True)
                message.set(TEXT, self._reader.read(text), add_to_output=True)
                message.set(KNOWN_WORDS, self._reader.known_share(text))
        return messages
