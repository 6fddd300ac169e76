"""Reads the reply messages of the assistant into what the scoring looks at."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict, ValidationError

from cryobot.errors import CryobotError
from cryobot.guidance.answer import Basis, Escalation


class ReplyFormatError(CryobotError):
    """The assistant sent a message that is not in the agreed form."""

    def __init__(self, problems: str) -> None:
        super().__init__(
            f"A reply of the assistant is not in the agreed form: {problems}\n"
            "Every message needs a text, and the metadata guidance_id, escalation and basis. "
            "Run `cryobot ask --json 'Does it hurt?'` to see one."
        )


class Reply(BaseModel):
    """One message of a reply."""

    model_config = ConfigDict(frozen=True)

    text: str
    guidance_id: str
    escalation: Escalation
    basis: Basis


def read_replies(messages: Sequence[Mapping[str, object]]) -> tuple[Reply, ...]:
    """Read the messages of one reply, in their order.

    Raises:
        ReplyFormatError: a message lacks its text or metadata, or has an unknown escalation or basis.
    """
    return tuple(_read(message) for message in messages)


def _read(message: Mapping[str, object]) -> Reply:
    metadata = message.get("metadata")
    fields = dict(metadata) if isinstance(metadata, Mapping) else {}
    try:
        return Reply.model_validate({**fields, "text": message.get("text")})
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise ReplyFormatError(problems) from None
