import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk import Action
from rasa_sdk.interfaces import ActionExecutionRejection
from tiny_bot.actions import message

from cryobot.server.in_process_actions import ActionsImportError, InProcessActions


class RejectingAction(Action):
    def name(self) -> str:
        return "action_reject"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        raise ActionExecutionRejection("action_reject", "not now")


def call(name: str, intent: str = "uses") -> Any:
    tracker = {"sender_id": "anna", "slots": {}, "latest_message": {"intent": {"name": intent}, "text": intent}}
    tracker |= {"events": [], "paused": False, "followup_action": None, "active_loop": {}, "latest_action_name": None}
    endpoint = InProcessActions("tiny_bot.actions")
    action_call = {"next_action": name, "sender_id": "anna", "tracker": tracker}
    return asyncio.run(endpoint.request(json=action_call, method="post", timeout=300, compress=False))


def test_is_an_endpoint_that_gets_no_domain() -> None:
    endpoint = InProcessActions("tiny_bot.actions")

    assert isinstance(endpoint, EndpointConfig)
    assert endpoint.kwargs == {"enable_selective_domain": True}


def test_runs_an_action_and_gives_its_responses() -> None:
    result = call("action_tiny")

    assert result["events"] == []
    (response,) = result["responses"]
    assert {key: response[key] for key in ("text", "buttons", "metadata")} == message("uses")


@pytest.mark.parametrize(
    ("name", "intent", "status"),
    [("action_tiny", "raise", 500), ("action_unknown", "uses", 404), ("action_reject", "uses", 400)],
)
def test_fails_as_an_action_server_does(name: str, intent: str, status: int) -> None:
    with pytest.raises(ClientResponseError) as failed:
        call(name, intent)
    assert failed.value.status == status


def test_says_nothing_of_the_visitor_in_its_own_error() -> None:
    with pytest.raises(ClientResponseError) as failed:
        call("action_tiny", "raise")
    assert "raise" not in str(failed.value)


def test_says_why_a_rejected_action_did_not_run() -> None:
    with pytest.raises(ClientResponseError) as failed:
        call("action_reject")
    assert failed.value.text == '{"error": "not now", "action_name": "action_reject"}'


def test_says_which_package_cannot_be_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ActionsImportError, match="no_such_package"):
        InProcessActions("no_such_package")

    package = tmp_path / "broken_package"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "broken.py").write_text("import no_such_module\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ActionsImportError, match="broken_package"):
        InProcessActions("broken_package")
    sys.modules.pop("broken_package", None)
