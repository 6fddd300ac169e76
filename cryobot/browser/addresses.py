"""From which address a request came."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from sanic.request import Request

# What a household or a phone usually gets, so that its many addresses count as one.
IPV6_PREFIX = 64


def client_address(request: Request) -> str:
    """Give the address that a request is counted under.

    Behind proxies it is the one that the outermost of them saw, if CRYOBOT_PROXIES is set to their number; otherwise
    the one that the connection came from.
    """
    return counted_address(str(request.remote_addr)) or counted_address(str(request.ip)) or "unknown"


def counted_address(text: str) -> str | None:
    """Give the form of an IP address, with or without a port, that it is counted under; None if it is no address.

    IPv6 addresses of one network of IPV6_PREFIX bits are one.
    """
    for candidate in (text, text.rpartition(":")[0]):
        try:
            address = ip_address(candidate.removeprefix("[").removesuffix("]").partition("%")[0])
        except ValueError:
            continue
        if not isinstance(address, IPv6Address):
            return str(address)
        return str(address.ipv4_mapped or IPv6Network((address, IPV6_PREFIX), strict=False))
    return None
