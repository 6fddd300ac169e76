import pytest

from cryobot.evaluation.replies import ReplyFormatError, read_replies
from cryobot.guidance.answer import Basis, Escalation

from .builders import message_of


def test_reads_messages_in_order() -> None:
    first, second = read_replies([message_of("skin-marks"), message_of("not-covered")])
    assert (first.guidance_id, first.escalation, first.basis) == ("skin-marks", Escalation.DERMATOLOGIST, Basis.ARTICLE)
    assert (second.guidance_id, second.basis) == ("not-covered", Basis.SAFETY_POLICY)


def test_silence_is_an_empty_reply() -> None:
    assert read_replies([]) == ()


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ({"text": None}, "text: "),
        ({"metadata": None}, "guidance_id: Field required"),
        ({"metadata": {"guidance_id": "uses", "escalation": "nurse", "basis": "article"}}, "escalation: "),
    ],
)
def test_a_message_in_another_form_is_refused(broken: dict[str, object], problem: str) -> None:
    with pytest.raises(ReplyFormatError, match=problem):
        read_replies([{**message_of("uses"), **broken}])
