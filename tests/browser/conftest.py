from real_bot.fixtures import trained  # noqa: F401
from real_browser.fixtures import (  # noqa: F401
    bot,
    browser,
    browser_context_args,
    chat,
    hosts,
    new_context,
    playwright,
    proxy,
    spoiled,
    watch,
)
