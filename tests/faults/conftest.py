from real_bot.fixtures import trained  # noqa: F401
