import socket

import pytest

from cryobot.errors import PortTakenError
from cryobot.server.port import AddressError, listen, take_port


def test_takes_a_free_port_on_which_nobody_can_connect_yet() -> None:
    with take_port("127.0.0.1", 0) as taken, pytest.raises(ConnectionRefusedError):
        socket.create_connection(taken.getsockname(), timeout=1)


def test_says_which_variable_chooses_another_port() -> None:
    with take_port("127.0.0.1", 0) as first:
        first.listen()
        port = first.getsockname()[1]
        with pytest.raises(PortTakenError, match=f"CRYOBOT_PORT={port + 1}"):
            take_port("127.0.0.1", port)


def test_takes_a_port_again_right_after_a_server_has_stopped() -> None:
    with take_port("127.0.0.1", 0) as first:
        first.listen()
        address = first.getsockname()
        client = socket.create_connection(address)
        accepted, _ = first.accept()
        accepted.close()
        client.close()

    take_port(*address).close()


def test_notices_a_program_that_took_the_port_at_the_same_time() -> None:
    with take_port("127.0.0.1", 0) as first, take_port(*first.getsockname()) as second:
        listen(first)
        with pytest.raises(PortTakenError, match="CRYOBOT_PORT="):
            listen(second)


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host", "256.1.1.1"])
def test_refuses_an_address_that_is_not_of_this_computer(host: str) -> None:
    with pytest.raises(AddressError, match="CRYOBOT_HOST"):
        take_port(host, 0)
