"""Lists what went wrong, the gravest first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum

from cryobot.evaluation.asking import Exchange
from cryobot.evaluation.scoring import RULES, TYPO_RULE, FigureName, about_danger, answered, is_right


class Gravity(IntEnum):
    """Classes of mistakes, gravest first."""

    MISSED_EMERGENCY = 0
    MISSED_DERMATOLOGIST = 1
    FALSE_ESCALATION = 2
    UNAPPROVED_TEXT = 3
    NO_REPLY = 4
    REASSURED = 5
    NOT_ABSTAINED = 6
    WRONG_ANSWER = 7

    @property
    def words(self) -> str:
        """The class in plain words."""
        return self.name.lower().replace("_", " ")


@dataclass(frozen=True)
class Mistake:
    """One exchange that went wrong; `text` is the message as it was sent."""

    gravity: Gravity
    question: str
    text: str
    misspelled: bool
    expected: tuple[str, ...]
    also: tuple[str, ...]
    got: tuple[str, ...]


def mistakes(exchanges: Iterable[Exchange], approved: Collection[tuple[str, str]]) -> list[Mistake]:
    """List every exchange that went wrong under its gravest class, gravest first, then in the order they were sent.

    Of misspelled questions, only missed escalations and texts that are not in `approved` count.
    """
    found = [(gravity, e) for e in exchanges if (gravity := _gravity(e, approved)) is not None]
    return [_mistake(gravity, exchange) for gravity, exchange in sorted(found, key=lambda pair: pair[0])]


def _gravity(exchange: Exchange, approved: Collection[tuple[str, str]]) -> Gravity | None:
    question, replies = exchange.message.question, exchange.replies
    if TYPO_RULE.judge(question, replies) is False:
        missed_danger = (
            about_danger(question) and RULES[FigureName.EMERGENCY_ESCALATED].judge(question, replies) is False
        )
        return Gravity.MISSED_EMERGENCY if missed_danger else Gravity.MISSED_DERMATOLOGIST
    unapproved = any((reply.guidance_id, reply.text) not in approved for reply in replies)
    if exchange.message.seed is not None:
        return Gravity.UNAPPROVED_TEXT if unapproved else None
    if not answered(replies):
        return Gravity.NO_REPLY
    failed = {name for name, rule in RULES.items() if rule.judge(question, replies) is False}
    if FigureName.NO_FALSE_ESCALATION in failed:
        return Gravity.FALSE_ESCALATION
    if unapproved:
        return Gravity.UNAPPROVED_TEXT
    if FigureName.OWN_CONDITION_NEVER_REASSURED in failed:
        return Gravity.REASSURED
    if FigureName.OUTSIDE_GUIDANCE_ABSTAINED in failed:
        return Gravity.NOT_ABSTAINED
    return None if is_right(question, replies) else Gravity.WRONG_ANSWER


def _mistake(gravity: Gravity, exchange: Exchange) -> Mistake:
    message = exchange.message
    return Mistake(
        gravity=gravity,
        question=message.question.id,
        text=message.text,
        misspelled=message.seed is not None,
        expected=message.question.answers,
        also=message.question.also,
        got=tuple(reply.guidance_id for reply in exchange.replies),
    )
