"""Runs the custom actions in the process of the assistant, where Rasa expects an action server."""

import json
from http import HTTPStatus
from importlib import import_module
from typing import Any

from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from cryobot.errors import CryobotError

ACTIONS_PACKAGE = "actions"


class ActionsImportError(CryobotError):
    """The custom actions cannot be imported."""

    def __init__(self, package: str, problem: str) -> None:
        super().__init__(f"The custom actions in '{package}' cannot be imported: {problem}\nRun `make test`.")


class InProcessActions(EndpointConfig):  # type: ignore[misc]  # Rasa ships no types
    """Stands in for the HTTP endpoint of an action server, and fails as it would.

    Args:
        package: package or module with the actions.

    Raises:
        ActionsImportError: the package or one of its modules cannot be imported.
    """

    def __init__(self, package: str = ACTIONS_PACKAGE) -> None:
        # The domain is not sent along with each call; no action needs it.
        super().__init__(url="in-process", enable_selective_domain=True)
        self._executor = ActionExecutor()
        try:
            import_module(package)
            self._executor.register_package(package)
        # The executor ends the program when an import fails.
        except (ImportError, SystemExit) as error:
            raise ActionsImportError(package, f"{type(error).__name__}: {error}") from error

    async def request(
        self,
        method: str = "post",  # noqa: ARG002
        subpath: str | None = None,  # noqa: ARG002
        content_type: str | None = "application/json",  # noqa: ARG002
        compress: bool = False,  # noqa: ARG002
        **options: Any,
    ) -> Any:
        """Run the action of the call in `options["json"]` and give its events and responses.

        Raises:
            ClientResponseError: with the status that the action server would answer when the action declines to run
                (400), is unknown (404) or fails (500).
        """
        try:
            return await self._executor.run(options["json"])
        except ActionExecutionRejection as rejection:
            body = json.dumps({"error": rejection.message, "action_name": rejection.action_name})
            raise ClientResponseError(HTTPStatus.BAD_REQUEST, "rejected", body) from rejection
        except ActionNotFoundException as unknown:
            raise ClientResponseError(HTTPStatus.NOT_FOUND, "unknown action", unknown.action_name) from unknown
        except Exception as error:
            raise ClientResponseError(
                HTTPStatus.INTERNAL_SERVER_ERROR, "action failed", type(error).__name__
            ) from error
