"""From what was observed of a message to its reply, as in the first turn of a conversation."""

from dataclasses import dataclass
from functools import cached_property

from cryobot.dialogue.context import Context
from cryobot.dialogue.follow_ups import Meaning
from cryobot.dialogue.plan import plan
from cryobot.evaluation.replies import Reply
from cryobot.guidance.answer import Basis
from cryobot.guidance.library import Library
from cryobot.understanding.assess import assess
from cryobot.understanding.assessment import Assessment
from cryobot.understanding.red_flags import decide_red_flags
from cryobot.understanding.thresholds import Thresholds
from tools.encoder.understanding import Observation


@dataclass(frozen=True)
class Decision:
    """Decides with these texts, this table of follow-ups and these thresholds."""

    library: Library
    follow_ups: dict[str, tuple[Meaning, ...]]
    thresholds: Thresholds

    def assess(self, observation: Observation) -> Assessment:
        """Give what the last component of the NLU pipeline makes of the message."""
        evidence = observation.evidence
        flags = decide_red_flags(evidence, observation.words, self.thresholds)
        return assess(evidence[0], evidence[1:], flags, self.library, self._article, self.thresholds)

    def reply(self, assessment: Assessment) -> tuple[Reply, ...]:
        """Give what the actions say."""
        steps = plan(assessment, Context(), self.follow_ups, self.library, self.thresholds).steps
        return tuple(
            Reply(
                text=self.library.text(step.answer, step.variant).text,
                guidance_id=step.answer,
                escalation=self.library.get(step.answer).escalation,
                basis=self.library.get(step.answer).basis,
            )
            for step in steps
        )

    @cached_property
    def _article(self) -> frozenset[str]:
        return frozenset(self.library.ids(Basis.ARTICLE))
