from tiny_bot.fixtures import model  # noqa: F401
