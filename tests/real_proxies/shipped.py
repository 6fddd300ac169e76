"""The files of deploy/ with what differs between machines put in: name, ports, certificate, assistant; nothing else."""

import re
from dataclasses import dataclass
from pathlib import Path

from cryobot.paths import PROJECT

NGINX = PROJECT / "deploy" / "nginx.conf"
CADDY = PROJECT / "deploy" / "Caddyfile"
HOST = "localhost"


@dataclass(frozen=True)
class Place:
    """Where a proxy runs in a test.

    Attributes:
        http_port, https_port: on 127.0.0.1.
        certificate, key: PEM files for HOST.
        challenges: the folder that answers the challenges of a certificate authority.
        upstream: host and port of the assistant.
    """

    http_port: int
    https_port: int
    certificate: Path
    key: Path
    challenges: Path
    upstream: str


def nginx_site(place: Place) -> str:
    """Give deploy/nginx.conf for this place. IPv6 is left out, as not every machine has it."""
    return _replaced(
        NGINX.read_text(encoding="utf-8"),
        (r"^    listen \[::\].*\n", ""),
        (r"(?<=listen )80;", f"127.0.0.1:{place.http_port};"),
        (r"(?<=listen )443 ", f"127.0.0.1:{place.https_port} "),
        (r"/etc/letsencrypt/\S+/fullchain\.pem", str(place.certificate)),
        (r"/etc/letsencrypt/\S+/privkey\.pem", str(place.key)),
        (r"(?<=root )/var/www/letsencrypt;", f"{place.challenges};"),
        (r"(?<=proxy_pass http://)127\.0\.0\.1:5005", place.upstream),
        (r"chat\.example\.org", HOST),
    )


def caddy_site(place: Place) -> str:
    """Give deploy/Caddyfile for this place, with the line for a certificate of one's own."""
    return _replaced(
        CADDY.read_text(encoding="utf-8"),
        (r"# (?=tls /etc)", ""),
        (r"(?<=tls )/etc/ssl/\S+\.pem /etc/ssl/\S+\.key", f"{place.certificate} {place.key}"),
        (r"(?<=reverse_proxy )127\.0\.0\.1:5005", place.upstream),
        (r"^chat\.example\.org", HOST),
    )


def _replaced(text: str, *replacements: tuple[str, str]) -> str:
    for pattern, value in replacements:
        text, times = re.subn(pattern, value, text, flags=re.MULTILINE)
        assert times, f"the file has nothing like {pattern}"
    return text
