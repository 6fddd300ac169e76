from .live_server import LiveServer
from .tiny_actions import message

UNAVAILABLE = {"recipient_id": "anna", **message("service-unavailable")}


def test_answers_as_the_contract_says(server: LiveServer) -> None:
    response = server.send("anna", "Is cryotherapy safe?")

    assert response.status_code == 200
    assert response.json() == [{"recipient_id": "anna", **message("overall-safety")}]
