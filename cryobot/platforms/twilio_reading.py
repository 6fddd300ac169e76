"""What Twilio posts for WhatsApp: a form, which says what a person did or what became of a message of ours."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qs

from cryobot.messaging.incoming import Attachment, Event, EventKind
from cryobot.messaging.reports import Report
from cryobot.platforms.twilio_outcomes import reported

# Twilio sends some dozens. To sort more of them for a signature is work that a stranger could ask for.
MOST_FIELDS = 500

INCOMING_STATES = frozenset({"", "received", "receiving"})

# By what WhatsApp calls a message, or else by the start of the media type, the more telling first.
TYPES = {
    "image": Attachment.PHOTO,
    "video": Attachment.VIDEO,
    "audio": Attachment.VOICE,
    "voice": Attachment.VOICE,
    "sticker": Attachment.STICKER,
    "document": Attachment.FILE,
    "location": Attachment.OTHER,
    "contacts": Attachment.OTHER,
}
MEDIA = {
    "image/webp": Attachment.STICKER,
    "image/": Attachment.PHOTO,
    "video/": Attachment.VIDEO,
    "audio/": Attachment.VOICE,
    "text/vcard": Attachment.OTHER,
    "text/x-vcard": Attachment.OTHER,
}
WORDS_ONLY = frozenset({"", "text", "button", "interactive"})
NOT_ANSWERED = frozenset({"reaction", "edit", "revoke", "delete", "system"})

_HELP = re.compile(r"\s*/(start|help)\s*", re.IGNORECASE)
# A telephone number, or the id of somebody who hides theirs.
_PERSON = re.compile(r"whatsapp:\+?[A-Za-z0-9][A-Za-z0-9._-]{2,127}")
_SID = re.compile(r"[A-Za-z0-9]{10,64}")
_CODE = re.compile(r"[0-9]{1,6}")


class Fields(dict[str, list[str]]):
    """The fields of a form with all their values, as the validator asks for them; raises ValueError for too many."""

    def __init__(self, body: bytes) -> None:
        text = body.decode("utf-8", "replace")
        super().__init__(parse_qs(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))

    def getlist(self, name: str) -> list[str]:
        """Give all values of a field."""
        return self[name]


def report_of(form: Mapping[str, str]) -> Report | None:
    """Give what became of a message of ours, or None if the form does not say so. Nothing is raised."""
    sid, code = _sid(form), form.get("ErrorCode", "")
    outcome = reported(_state(form), int(code) if _CODE.fullmatch(code) else None)
    return Report(sid, outcome) if outcome and _SID.fullmatch(sid) else None


def event_of(form: Mapping[str, str], own: str) -> Event | None:
    """Give what a person did, or None if there is nothing to answer; `own` is our number. Nothing is raised."""
    person, number = form.get("From", ""), _sid(form)
    usable = _PERSON.fullmatch(person) and _SID.fullmatch(number) and person != own
    return _event(number, person, form) if usable and _state(form) in INCOMING_STATES else None


def _sid(form: Mapping[str, str]) -> str:
    return form.get("MessageSid") or form.get("SmsSid") or ""


def _state(form: Mapping[str, str]) -> str:
    return form.get("MessageStatus") or form.get("SmsStatus") or ""


def _event(number: str, person: str, form: Mapping[str, str]) -> Event | None:
    kind, answered_by_twilio = form.get("MessageType", "").lower(), form.get("OptOutType", "").upper()
    # Who said STOP gets nothing more: Twilio has told them so, and refuses what we send.
    if kind in NOT_ANSWERED or answered_by_twilio == "STOP":
        return None
    text = form.get("Body") or form.get("ButtonText") or form.get("ListTitle") or ""
    if attachment := _attachment(kind, bool(text.strip()), form):
        return Event(number, person, EventKind.ATTACHMENT, text, attachment=attachment)
    payload = form.get("ButtonPayload") or form.get("ListId") or ""
    if payload.startswith("/"):
        return Event(number, person, EventKind.BUTTON, payload=payload)
    if answered_by_twilio or _HELP.fullmatch(text):
        return Event(number, person, EventKind.START, text)
    return Event(number, person, EventKind.MESSAGE, text) if text.strip() else None


def _attachment(kind: str, has_text: bool, form: Mapping[str, str]) -> Attachment | None:
    media = form.get("MediaContentType0", "").strip().lower()
    if kind in TYPES:
        return TYPES[kind]
    if media or form.get("NumMedia", "0").strip("0 "):
        return next((found for start, found in MEDIA.items() if media.startswith(start)), Attachment.FILE)
    # What is neither words nor known, such as a picture to be seen once, may well show a mark on the skin.
    if form.get("Latitude") or (kind not in WORDS_ONLY and not has_text):
        return Attachment.OTHER
    return None
