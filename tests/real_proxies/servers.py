"""Starts nginx and Caddy as processes of their own, and stops them."""

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import trustme
from real_bot.process import free_port

from real_proxies.shipped import HOST, Place, caddy_site, nginx_site

START_SECONDS = 20
STOP_SECONDS = 10
PROXIES = ("nginx", "caddy")

# What stands round a site in the packages of the distributions, without anything outside of the folder.
NGINX_MAIN = """
daemon off;
pid {folder}/nginx.pid;
{user}
worker_processes 1;
events {{}}
http {{
    types {{}}
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {site};
}}
"""
CADDY_MAIN = """
{{
	admin off
	skip_install_trust
	default_bind 127.0.0.1
	http_port {place.http_port}
	https_port {place.https_port}
	storage file_system {folder}
}}
import {site}
"""


@dataclass(frozen=True)
class Proxy:
    """A running proxy, as a browser finds it."""

    name: str
    place: Place
    authority: trustme.CA

    @property
    def origin(self) -> str:
        return f"https://{HOST}:{self.place.https_port}"

    @property
    def plain_origin(self) -> str:
        return f"http://{HOST}:{self.place.http_port}"

    def trust(self) -> ssl.SSLContext:
        """Give a context for clients that trust the certificate of the test, too."""
        context = ssl.create_default_context()
        self.authority.configure_trust(context)
        return context

    def client(self, address: str = "127.0.0.1") -> httpx.Client:
        """Give a client that asks from an address of the loopback network."""
        transport = httpx.HTTPTransport(verify=self.trust(), local_address=address)
        return httpx.Client(base_url=self.origin, transport=transport, timeout=60)


@contextmanager
def started(name: str, folder: Path, upstream: str) -> Iterator[Proxy]:
    """Start a proxy in front of `upstream`, wait until it listens, and stop it.

    Args:
        name: one of PROXIES.
        folder: for all that it writes.
    """
    authority = trustme.CA()
    place = _place(folder, authority, upstream)
    command = _nginx(folder, place) if name == "nginx" else _caddy(folder, place)
    log = folder / "log.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(folder), stdout=output, stderr=subprocess.STDOUT
        )
    try:
        for port in (place.http_port, place.https_port):
            _wait_until_it_listens(process, log, port)
        yield Proxy(name, place, authority)
        process.terminate()
        assert process.wait(STOP_SECONDS) == 0, log.read_text(encoding="utf-8")
    finally:
        process.kill()
        process.wait()


def _place(folder: Path, authority: trustme.CA, upstream: str) -> Place:
    issued = authority.issue_cert(HOST)
    place = Place(free_port(), free_port(), folder / "chain.pem", folder / "key.pem", folder / "challenges", upstream)
    place.certificate.write_bytes(b"".join(part.bytes() for part in issued.cert_chain_pems))
    issued.private_key_pem.write_to_path(place.key)
    place.challenges.mkdir()
    return place


def _nginx(folder: Path, place: Place) -> Sequence[str]:
    site, main = folder / "site.conf", folder / "nginx.conf"
    site.write_text(nginx_site(place), encoding="utf-8")
    # Started by root, its workers would become a user who may not enter the folder.
    user = "user root root;" if os.geteuid() == 0 else ""
    main.write_text(NGINX_MAIN.format(folder=folder, site=site, user=user), encoding="utf-8")
    return [_find("nginx"), "-e", "stderr", "-p", str(folder), "-c", str(main)]


def _caddy(folder: Path, place: Place) -> Sequence[str]:
    site, main = folder / "site.caddy", folder / "Caddyfile"
    site.write_text(caddy_site(place), encoding="utf-8")
    main.write_text(CADDY_MAIN.format(folder=folder, site=site, place=place), encoding="utf-8")
    return [_find("caddy"), "run", "--config", str(main), "--adapter", "caddyfile"]


def _find(program: str) -> str:
    # Debian has nginx in a folder that ordinary users do not search.
    found = shutil.which(program, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin")
    assert found, f"{program} is not installed; these tests start it. On Debian and Ubuntu: apt-get install {program}"
    return found


def _environment(folder: Path) -> dict[str, str]:
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(folder))
    return os.environ | places


def _wait_until_it_listens(process: "subprocess.Popen[bytes]", log: Path, port: int) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        assert process.poll() is None, f"it stopped:\n{log.read_text(encoding='utf-8')}"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < end, f"it did not listen:\n{log.read_text(encoding='utf-8')}"
            time.sleep(0.05)
        else:
            return
