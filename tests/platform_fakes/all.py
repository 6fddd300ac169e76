"""The adapters of all platforms, by name. The contract suite runs over each."""

from platform_fakes.adapter import Adapter
from platform_fakes.slack import SlackAdapter
from platform_fakes.telegram import TelegramAdapter
from platform_fakes.twilio import TwilioAdapter

ADAPTERS: dict[str, type[Adapter]] = {
    adapter.channel_type.name(): adapter for adapter in (SlackAdapter, TelegramAdapter, TwilioAdapter)
}
