"""The one way out to the platforms."""

from types import TracebackType
from typing import Self

import aiohttp

from cryobot.messaging.errors import UnreachableError
from cryobot.messaging.outgoing import HttpRequest, Response

CONNECT_SECONDS = 4.0
# Answers of platforms are short.
ANSWER_BYTES = 64 * 1024


class HttpClient:
    """Sends requests over connections that are kept. Belongs to the event loop in which it is first used.

    Args:
        seconds: longest time of one request.
    """

    def __init__(self, seconds: float) -> None:
        self._timeout = aiohttp.ClientTimeout(total=seconds, connect=min(seconds, CONNECT_SECONDS))
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def send(self, request: HttpRequest) -> Response:
        """Send a request and give its answer, whatever status it has.

        Raises:
            UnreachableError: there is no answer in time, or no whole one.
        """
        if self._session is None:
            # Behind the proxy that the environment names, if it names one. A cookie would be kept for all persons.
            self._session = aiohttp.ClientSession(
                timeout=self._timeout, trust_env=True, cookie_jar=aiohttp.DummyCookieJar()
            )
        try:
            async with self._session.request(
                request.method,
                request.url,
                json=request.json,
                data=request.form,
                headers=request.headers,
                allow_redirects=False,
            ) as answer:
                headers = {name.lower(): value for name, value in answer.headers.items()}
                return Response(answer.status, headers, await _body(answer))
        except TimeoutError:
            raise UnreachableError("no answer in time") from None
        # The texts of these errors name the address, which may have a token in it.
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise UnreachableError(type(error).__name__) from None

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in answer.content.iter_any():
        body += chunk
        if len(body) >= ANSWER_BYTES:
            break
    return bytes(body)
