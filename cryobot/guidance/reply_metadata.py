"""What a reply says of itself beside its text, wherever it is made."""

from typing import Any

from cryobot.guidance.library import Library
from cryobot.guidance.sections import headings


def reply_metadata(library: Library, answer_id: str, variant: str = "default") -> dict[str, Any]:
    """Give the metadata of the reply that shows one text of an answer, in values that JSON has.

    Raises:
        UnknownAnswerError: there is no such id.
    """
    answer, approved = library.get(answer_id), library.text(answer_id, variant)
    return {
        "guidance_id": answer.id,
        "escalation": answer.escalation.value,
        "basis": answer.basis.value,
        "source": list(answer.source),
        "sections": headings(answer.source, library.sections, approved.language),
        "version": approved.version,
        "language": approved.language,
        "reviewed_on": answer.reviewed_on.isoformat(),
    }
