"""WhatsApp through Twilio, by its Messages API."""

import base64
import re
from http import HTTPStatus
from typing import Any, ClassVar

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import SettingsConfigDict
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from cryobot.messaging.channel import MessagingChannel
from cryobot.messaging.errors import ForgedError
from cryobot.messaging.incoming import Event, WebhookRequest
from cryobot.messaging.limits import Limits
from cryobot.messaging.outcomes import Outcome
from cryobot.messaging.outgoing import Address, HttpRequest, Message, OutgoingRequest, Response
from cryobot.messaging.platform import Acknowledgement, Platform
from cryobot.messaging.reports import Report
from cryobot.messaging.settings import MessagingSettings, PlatformSettings, plain
from cryobot.platforms.twilio_outcomes import outcome_of
from cryobot.platforms.twilio_reading import Fields, event_of, report_of

SIGNATURE_HEADER = "x-twilio-signature"
NO_ANSWER = Acknowledgement('<?xml version="1.0" encoding="UTF-8"?><Response/>', "text/xml")


class TwilioSettings(PlatformSettings):
    """The environment variables of Twilio."""

    model_config = SettingsConfigDict(env_prefix="CRYOBOT_TWILIO_", frozen=True, hide_input_in_errors=True)
    needs_public_url: ClassVar[bool] = True

    account_sid: str = Field("", description="Account SID of the console, AC and 32 letters and digits")
    auth_token: SecretStr = Field(SecretStr(""), description="Auth Token of the console; it signs what Twilio posts")
    number: str = Field("", description="sender in WhatsApp, such as whatsapp:+14155238886")
    api: str = Field("https://api.twilio.com", pattern=r"^https?://\S+$", description="address of the Messages API")

    @field_validator("account_sid")
    @classmethod
    def _is_an_account(cls, value: str) -> str:
        if value and not re.fullmatch(r"AC[0-9A-Za-z]{32}", value):
            raise ValueError("copy the Account SID of the console; it is AC and 32 letters and digits")
        return value

    @field_validator("auth_token")
    @classmethod
    def _is_a_token(cls, value: SecretStr) -> SecretStr:
        if value and not re.fullmatch(r"[0-9A-Za-z]{32}", value.get_secret_value()):
            raise ValueError("copy the Auth Token of the console; it is 32 letters and digits")
        return value

    @field_validator("number")
    @classmethod
    def _is_a_sender(cls, value: str) -> str:
        if value and not re.fullmatch(r"whatsapp:\+[1-9][0-9]{6,14}", value):
            raise ValueError("give the sender as whatsapp:+ and its digits, such as whatsapp:+14155238886")
        return value


class Twilio(Platform):
    """A WhatsApp sender of Twilio. A person is what Twilio calls them, "whatsapp:+34600000000".

    There are no buttons: WhatsApp shows those of Twilio in templates only, which Meta has to approve one by one.
    """

    name = "twilio"
    settings_type = TwilioSettings
    limits = Limits(text_characters=1600)

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._validator = RequestValidator(plain(self.settings.auth_token))
        shared = MessagingSettings()
        self._public_url, self._webhook = shared.public_url, shared.webhook(self.name)

    def verify(self, request: WebhookRequest) -> None:
        """Hold the signature against the one of our address and all fields, as Twilio's own library does it."""
        signature = request.header(SIGNATURE_HEADER)
        try:
            signed = bool(signature) and self._validator.validate(
                self._public_url + request.path, Fields(request.body), signature
            )
        # Too many fields, or characters that nobody can sign.
        except ValueError:
            signed = False
        if not signed:
            raise ForgedError(HTTPStatus.FORBIDDEN)

    def read(self, request: WebhookRequest) -> list[Event]:
        """Give what a person did."""
        found = event_of(request.form(), self.settings.number)
        return [found] if found else []

    def reports(self, request: WebhookRequest) -> list[Report]:
        """Give what became of a message of ours."""
        found = report_of(request.form())
        return [found] if found else []

    def acknowledgement(self, request: WebhookRequest) -> Acknowledgement:  # noqa: ARG002
        """Give an answer without a message, in Twilio's markup."""
        return NO_ANSWER

    def requests(self, message: Message, to: Address) -> list[OutgoingRequest]:
        """Give the one request for a message."""
        return [OutgoingRequest("/Messages.json", form={"To": to.person, "Body": message.text})]

    def signed(self, request: OutgoingRequest) -> HttpRequest:
        """Give the request to our account, with our number and our token; a message also with where to report."""
        account = self.settings.account_sid
        url = f"{self.settings.api.rstrip('/')}/2010-04-01/Accounts/{account}{request.path}"
        ours = {"From": self.settings.number, "StatusCallback": self._webhook}
        form = None if request.form is None else {**request.form, **ours}
        password = base64.b64encode(f"{account}:{plain(self.settings.auth_token)}".encode()).decode()
        return HttpRequest(url, form=form, method=request.method, headers={"Authorization": f"Basic {password}"})

    def outcome(self, response: Response) -> Outcome:
        """Give what the answer of the Messages API means."""
        return outcome_of(response)

    def check(self) -> OutgoingRequest:
        """Ask for our account."""
        return OutgoingRequest(".json", method="GET")


class TwilioChannel(MessagingChannel):
    """POST /webhooks/twilio/webhook."""

    platform_type = Twilio
