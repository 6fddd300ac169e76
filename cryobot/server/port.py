"""Takes the port before the assistant is loaded, so that a port in use is noticed at once."""

import errno
import socket

from cryobot.errors import CryobotError, PortTakenError

PORT_VARIABLE = "CRYOBOT_PORT"


class AddressError(CryobotError):
    """The assistant cannot listen on the address that was asked for."""

    def __init__(self, host: str, port: int, problem: str) -> None:
        super().__init__(
            f"The assistant cannot listen on {host}, port {port}: {problem}. "
            f"Set CRYOBOT_HOST and {PORT_VARIABLE} to an address of this computer and a port that you may use."
        )


def take_port(host: str, port: int) -> socket.socket:
    """Give a socket that is bound to the address; nobody can connect before a server listens on it.

    Raises:
        PortTakenError: another program has the port.
        AddressError: the address is not one of this computer, or may not be used.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        taken = socket.socket(family, kind, protocol)
    except OSError as error:
        raise AddressError(host, port, error.strerror or str(error)) from None
    # Else a port is blocked for a minute after a server on it has stopped.
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind(address)
    except OSError as error:
        taken.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(host, port, PORT_VARIABLE) from None
        raise AddressError(host, port, error.strerror or str(error)) from None
    return taken


def listen(taken: socket.socket) -> None:
    """Let others connect.

    Raises:
        PortTakenError: a program that took the port at the same time was faster.
    """
    # The server would listen itself, but its event loop does not notice when that fails.
    try:
        taken.listen()
    except OSError:
        host, port = taken.getsockname()[:2]
        raise PortTakenError(host, port, PORT_VARIABLE) from None
