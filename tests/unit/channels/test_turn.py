import asyncio

import pytest

from cryobot.channels.turn import Turn, TurnClosedError


def test_collects_whole_messages_in_their_order() -> None:
    turn = Turn()
    asyncio.run(turn.send_response("anna", {"text": "one\n\nstill one", "metadata": {"a": 1}}))
    asyncio.run(turn.send_response("anna", {"text": "two"}))

    assert turn.close() == [{"text": "one\n\nstill one", "metadata": {"a": 1}}, {"text": "two"}]


def test_refuses_what_comes_late() -> None:
    turn = Turn()
    assert turn.close() == []

    with pytest.raises(TurnClosedError):
        asyncio.run(turn.send_response("anna", {"text": "late"}))
    assert turn.close() == []
