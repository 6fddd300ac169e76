from real_desk.fixtures import staffed  # noqa: F401
from tiny_bot.fixtures import many_servers_in_one_process, model  # noqa: F401
