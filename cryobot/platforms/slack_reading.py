"""Reads what Slack posts to the webhook: messages, pressed buttons and slash commands."""

import re
from collections.abc import Mapping
from typing import Any

from cryobot.messaging.incoming import Attachment, Event, EventKind, WebhookRequest
from cryobot.messaging.json_values import at, list_at, text_at

# What people write themselves; all others tell of edits, joins, topics and the like.
SHARED = "file_share"
WRITTEN = (None, SHARED, "me_message", "thread_broadcast")
DIRECT = "D"  # starts the id of a conversation with one person
SLACKBOT = "USLACKBOT"

# By what comes before the "/" of the media type of a file.
ATTACHMENTS = {"image": Attachment.PHOTO, "video": Attachment.VIDEO, "audio": Attachment.VOICE, "": Attachment.OTHER}

_HELP = re.compile(r"\s*(/(start|help)\s*)?", re.IGNORECASE)
_COMMAND_HELP = re.compile(r"\s*(/?(start|help)\s*)?", re.IGNORECASE)
_ID = re.compile(r"[A-Z0-9]{1,40}")
_TIME = re.compile(r"([0-9]{1,12})\.([0-9]{1,6})")
_MARKUP = re.compile(r"<([^<>]*)>")
_MICROSECONDS = 1_000_000


def read(request: WebhookRequest) -> Event | None:
    """Give the event of a POST, if it is to be answered. Nothing is raised.

    A person is "CHANNEL" in a direct message, "CHANNEL/THREAD/USER" elsewhere, and "USER" after a slash command.
    """
    content = request.json()
    if isinstance(content, dict):
        return _written(at(content, "event")) if text_at(content, "type") == "event_callback" else None
    form = request.form()
    if "payload" in form:
        return _pressed(WebhookRequest("POST", "", body=form["payload"].encode()).json())
    return _commanded(form, request.received_at) if "command" in form else None


def is_command(request: WebhookRequest) -> bool:
    """Tell whether a POST is a slash command."""
    return not isinstance(request.json(), dict) and "command" in request.form()


def plain_words(text: str) -> str:
    """Give what a text of Slack's says: links as they are shown, without mentions, and nothing escaped."""
    bare = _MARKUP.sub(_as_shown, text)
    return bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()


def _written(event: Any) -> Event | None:
    channel, user, time = _id(event, "channel"), _id(event, "user"), _time(event, "ts")
    if not (channel and user and time) or user == SLACKBOT:
        return None
    # Elsewhere a message is for the assistant if it names it; such a message comes as a mention, too.
    kinds = ("message", "app_mention") if channel.startswith(DIRECT) else ("app_mention",)
    if text_at(event, "type") not in kinds or at(event, "subtype") not in WRITTEN:
        return None
    if at(event, "bot_id") or at(event, "edited") or at(event, "hidden"):
        return None
    thread = _time(event, "thread_ts")
    said, files = plain_words(text_at(event, "text")), list_at(event, "files")
    # A message that was forwarded without a word of one's own has attachments only.
    shared = files or at(event, "subtype") == SHARED or (not said and list_at(event, "attachments"))
    number, person = _order(time), _person(channel, thread or time, user)
    # The message and the mention of it have one id.
    key, reply_to = f"{channel}/{time}", thread or None
    if shared:
        media_type = text_at(files[0], "mimetype") if files else ""
        attachment = ATTACHMENTS.get(media_type.partition("/")[0], Attachment.FILE)
        return Event(key, person, EventKind.ATTACHMENT, said, "", attachment, number, reply_to)
    if not isinstance(at(event, "text"), str):
        return None
    kind = EventKind.START if _HELP.fullmatch(said) else EventKind.MESSAGE
    return Event(key, person, kind, said, order=number, reply_to=reply_to)


def _pressed(content: Any) -> Event | None:
    channel = _id(content, "channel", "id") or _id(content, "container", "channel_id")
    user, action = _id(content, "user", "id"), at(content, "actions", 0)
    payload, time = text_at(action, "value"), _time(action, "action_ts")
    message = _time(content, "message", "ts") or _time(content, "container", "message_ts")
    if text_at(content, "type") != "block_actions" or not (channel and user and payload.strip() and time and message):
        return None
    thread = _time(content, "message", "thread_ts") or _time(content, "container", "thread_ts")
    person = _person(channel, thread or message, user)
    key = f"{channel}/{user}/{time}"
    return Event(key, person, EventKind.BUTTON, payload=payload, order=_order(time), reply_to=thread or None)


def _commanded(form: Mapping[str, str], received_at: float) -> Event | None:
    user, trigger = _id(form, "user_id"), form.get("trigger_id", "")
    if not user or not trigger:
        return None
    words = plain_words(form.get("text", ""))
    kind = EventKind.START if _COMMAND_HELP.fullmatch(words) else EventKind.LOOKUP
    # Answered in the direct messages: in many conversations where commands are typed, the assistant cannot write.
    return Event(f"command/{trigger}", user, kind, words, order=int(received_at * _MICROSECONDS))


def _as_shown(markup: re.Match[str]) -> str:
    target, _, label = markup[1].partition("|")
    if label and not target.startswith("@"):
        return label
    return " " if target[:1] in "@#!" else target


def _person(channel: str, thread: str, user: str) -> str:
    return channel if channel.startswith(DIRECT) else f"{channel}/{thread}/{user}"


def _id(content: Any, *keys: str) -> str:
    found = text_at(content, *keys)
    return found if _ID.fullmatch(found) else ""


def _time(content: Any, *keys: str) -> str:
    found = text_at(content, *keys)
    return found if _TIME.fullmatch(found) else ""


def _order(time: str) -> int:
    seconds, _, fraction = time.partition(".")
    return int(seconds) * _MICROSECONDS + int(fraction.ljust(6, "0"))
