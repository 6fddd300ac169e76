from tiny_bot.fixtures import many_servers_in_one_process, model, server  # noqa: F401
