import pytest

from cryobot.evaluation.asking import Message, QuestionStoppedError, exchange, plan
from cryobot.evaluation.typos import with_typos

from .builders import message_of, question


def test_only_what_must_escalate_is_asked_again_with_typos() -> None:
    calm = question("uses", name="calm")
    skin = question("not-covered", "skin-marks", name="skin", text="What does it cost to see to this mark?")
    danger = question("emergency", name="danger", text="I cannot breathe")
    messages = plan([calm, skin, danger], seeds=(1, 2))
    assert messages[:3] == [Message(calm, calm.text), Message(skin, skin.text), Message(danger, danger.text)]
    assert [(m.question.id, m.seed) for m in messages[3:]] == [("skin", 1), ("danger", 1), ("skin", 2), ("danger", 2)]
    assert all(m.text == with_typos(m.question.text, m.seed) != m.question.text for m in messages[3:] if m.seed)


def test_each_message_is_sent_as_it_is_written_and_gets_its_own_reply() -> None:
    sent: list[str] = []

    def ask(text: str) -> list[dict[str, object]]:
        sent.append(text)
        return [message_of("uses" if text == "What for?" else "not-covered")]

    messages = [Message(question("uses"), "What for?"), Message(question("uses"), "Waht for?", seed=1)]
    exchanges = exchange(messages, ask)
    assert sent == ["What for?", "Waht for?"]
    assert [e.replies[0].guidance_id for e in exchanges] == ["uses", "not-covered"]
    assert [e.message for e in exchanges] == messages


def test_a_reply_in_another_form_stops_the_evaluation() -> None:
    with pytest.raises(QuestionStoppedError, match=r"(?s)the question 'u7'.*cryobot ask"):
        exchange([Message(question("uses", name="u7"), "What for?")], lambda _: [{"text": "Hello"}])
