from real_bot.fixtures import trained  # noqa: F401
from real_proxies.fixtures import address, bot, proxy, visitor  # noqa: F401
