"""The messaging channels of this installation."""

from importlib import import_module
from pkgutil import iter_modules

from cryobot import platforms
from cryobot.channels.guarded import ChannelOptions
from cryobot.messaging.channel import MessagingChannel
from cryobot.messaging.journal import Journal
from cryobot.messaging.settings import messaging_settings


def platform_channels() -> list[type[MessagingChannel]]:
    """Give the channel of every file in cryobot/platforms, by name."""
    modules = [import_module(f"{platforms.__name__}.{module.name}") for module in iter_modules(platforms.__path__)]
    found = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, MessagingChannel) and value.__module__ == module.__name__
    }
    return sorted(found, key=lambda channel: channel.name())


def installed_messaging_channels(options: ChannelOptions | None = None) -> list[MessagingChannel]:
    """Make the channels that the environment switches on; of those that lack something, it is logged what.

    Raises:
        what `MessagingChannel.installed` does.
    """
    channels = [channel.installed(options) for channel in platform_channels()]
    return [channel for channel in channels if channel.is_on]


def installed_journal() -> Journal:
    """Open the journal, whether a channel is on or not: what it keeps of earlier days is still to be deleted.

    Raises:
        JournalError: it cannot be opened.
        SettingsError: a setting has a wrong value.
    """
    return Journal(messaging_settings().messaging_url)
