"""Small questions and replies for the tests of the evaluation."""

from collections.abc import Sequence

from cryobot.evaluation.asking import Exchange, Message
from cryobot.evaluation.questions import Question
from cryobot.evaluation.replies import Reply
from cryobot.guidance.library import Library, load_answers

LIBRARY = Library(load_answers(), {"emergency_number": "112", "centre_name": "the centre"})


def question(*answers: str, also: Sequence[str] = (), text: str = "", name: str = "q", kind: str = "plain") -> Question:
    return Question(id=name, text=text or f"words of {name}", kind=kind, answers=answers, also=tuple(also))


def message_of(answer_id: str) -> dict[str, object]:
    """A reply message as the assistant sends it."""
    answer, approved = LIBRARY.get(answer_id), LIBRARY.text(answer_id)
    metadata = {
        "guidance_id": answer.id,
        "escalation": answer.escalation.value,
        "basis": answer.basis.value,
        "source": list(answer.source),
        "version": approved.version,
    }
    return {"recipient_id": "someone", "text": approved.text, "buttons": [], "metadata": metadata}


def replies(*answer_ids: str) -> tuple[Reply, ...]:
    return tuple(
        Reply(
            text=LIBRARY.text(answer_id).text,
            guidance_id=answer_id,
            escalation=LIBRARY.get(answer_id).escalation,
            basis=LIBRARY.get(answer_id).basis,
        )
        for answer_id in answer_ids
    )


def exchanged(asked: Question, *answer_ids: str, seed: int | None = None) -> Exchange:
    return Exchange(Message(asked, asked.text, seed), replies(*answer_ids))
