"""Work that waits for a disk or a network database, done in one thread, so that the server goes on."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class OneThread:
    """Runs functions one after the other: two that write at the same time would only wait for each other."""

    def __init__(self, name: str) -> None:
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)

    async def run(
        self, function: Callable[Arguments, Result], *arguments: Arguments.args, **named: Arguments.kwargs
    ) -> Result:
        """Give what the function gives; raises what it raises. Once begun, it ends, also if this is cancelled."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, lambda: function(*arguments, **named))

    async def close(self) -> None:
        """Wait for what is in hand and end the thread."""
        await asyncio.get_running_loop().run_in_executor(None, self._executor.shutdown)
