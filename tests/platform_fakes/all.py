"""The adapters of all platforms, by name. The contract suite runs over each."""

from platform_fakes.adapter import Adapter
from platform_fakes.messenger import MessengerAdapter
from platform_fakes.slack import SlackAdapter
from platform_fakes.telegram import TelegramAdapter
from platform_fakes.twilio import TwilioAdapter
from platform_fakes.whatsapp import WhatsAppAdapter

ALL = (MessengerAdapter, SlackAdapter, TelegramAdapter, TwilioAdapter, WhatsAppAdapter)

ADAPTERS: dict[str, type[Adapter]] = {adapter.channel_type.name(): adapter for adapter in ALL}
