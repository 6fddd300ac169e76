"""Last in the pipeline: lets red flags override the intents, abstains when in doubt, and sets Rasa's intent."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message

from cryobot.guidance.answer import Basis, Escalation
from cryobot.guidance.installed import installed_library
from cryobot.nlu.keys import EVIDENCE, RED_FLAGS
from cryobot.nlu.red_flags import DANGER, MARK
from cryobot.understanding.assess import assess
from cryobot.understanding.assessment import KEY, Assessment
from cryobot.understanding.red_flags import FoundWords, decide_red_flags
from cryobot.understanding.thresholds import load_thresholds

RANKING = 5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Assessor(GraphComponent):
    """Sets `assessment`, `intent` and `intent_ranking`."""

    def __init__(self) -> None:
        self._library = installed_library()
        self._article = frozenset(self._library.ids(Basis.ARTICLE))
        self._thresholds = load_thresholds()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Assessor":
        """Make the component; called by Rasa."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Assess each message that has evidence."""
        for message in messages:
            evidence = message.get(EVIDENCE)
            if not evidence:
                continue
            found = message.get(RED_FLAGS)
            words = FoundWords(mark=found[f"{MARK}_words"] is not None, danger=found[f"{DANGER}_words"] is not None)
            assessment = assess(
                evidence[0],
                evidence[1:],
                decide_red_flags(evidence, words, self._thresholds),
                self._library,
                self._article,
                self._thresholds,
            )
            message.set(KEY, assessment.as_dict(), add_to_output=True)
            message.set(INTENT, self._intent(assessment), add_to_output=True)
            message.set(INTENT_RANKING_KEY, _ranking(evidence[0].intents), add_to_output=True)
        return messages

    def _intent(self, assessment: Assessment) -> dict[str, Any]:
        first, follow_up = assessment.parts[0], assessment.follow_up
        escalates = self._library.get(first.id).escalation in {Escalation.EMERGENCY, Escalation.DERMATOLOGIST}
        if follow_up and follow_up.confidence >= self._thresholds.follow_up and not escalates:
            return {"name": follow_up.kind, "confidence": follow_up.confidence}
        return {"name": first.id, "confidence": first.confidence}


def _ranking(intents: Any) -> list[dict[str, Any]]:
    ranked = sorted(intents.items(), key=lambda item: item[1], reverse=True)[:RANKING]
    return [{"name": name, "confidence": confidence} for name, confidence in ranked]
