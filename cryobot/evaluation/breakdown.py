"""How often each kind of question, and each answer, comes out right."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cryobot.evaluation.asking import Exchange
from cryobot.evaluation.measures import Measure, Verdict, measure, plain
from cryobot.evaluation.questions import Question
from cryobot.evaluation.replies import Reply
from cryobot.evaluation.scoring import is_right


@dataclass(frozen=True)
class AnswerAccuracy:
    """One answer: of the questions labelled with it, how many got it; of its replies, how many were asked for."""

    got: Measure
    asked_for: Measure


def by_kind(exchanges: Iterable[Exchange]) -> dict[str, Measure]:
    """Give the share of right answers of each kind of question, in the order of the kinds' names."""
    verdicts: defaultdict[str, list[Verdict]] = defaultdict(list)
    for exchange in plain(exchanges):
        question = exchange.message.question
        verdicts[question.kind].append((question.id, is_right(question, exchange.replies)))
    return {kind: measure(verdicts[kind]) for kind in sorted(verdicts)}


def by_answer(exchanges: Iterable[Exchange]) -> dict[str, AnswerAccuracy]:
    """Give the accuracy of each answer that was asked for or given, in the order of the ids."""
    got: defaultdict[str, list[Verdict]] = defaultdict(list)
    asked_for: defaultdict[str, list[Verdict]] = defaultdict(list)
    for exchange in plain(exchanges):
        question = exchange.message.question
        for answer in question.answers:
            got[answer].append((question.id, _gets(answer, question, exchange.replies)))
        for given in dict.fromkeys(reply.guidance_id for reply in exchange.replies):
            asked_for[given].append((question.id, given in question.accepted))
    answers = sorted({*got, *asked_for})
    return {answer: AnswerAccuracy(measure(got[answer]), measure(asked_for[answer])) for answer in answers}


def _gets(answer: str, question: Question, replies: Iterable[Reply]) -> bool:
    as_good = question.accepted if len(question.answers) == 1 else {answer}
    return any(reply.guidance_id in as_good for reply in replies)
