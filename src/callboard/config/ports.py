"""Which port and which names pages are served under."""

import ipaddress
import os
import socket
from collections.abc import Collection
from contextlib import suppress

import psutil

from callboard.core.console import Sentence

FIRST_PORT, LAST_PORT = 8000, 8099


def free_port(host: str, wanted: int | None, promised: Collection[int] = ()) -> int:
    """The wanted port, or the first free one from 8000 that is promised to nobody. Raises Sentence when it is taken."""
    if wanted is not None:
        if not is_free(host, wanted):
            raise Sentence(
                f"Port {wanted} is in use{by_whom(wanted)}; choose another: callboard up --port {wanted + 1}"
            )
        return wanted
    for port in range(FIRST_PORT, LAST_PORT + 1):
        if port not in promised and is_free(host, port):
            return port
    raise Sentence(f"No port from {FIRST_PORT} to {LAST_PORT} is free; choose one: callboard up --port N")


def by_whom(port: int) -> str:
    """` by ...`: what listens there, as far as this user may see; of another Callboard its data folder."""
    with suppress(psutil.Error, OSError):
        for found in psutil.net_connections("inet"):
            if found.status != psutil.CONN_LISTEN or not found.laddr or found.laddr.port != port or not found.pid:
                continue
            process = psutil.Process(found.pid)
            folder = process.environ().get("CALLBOARD_HOME")
            return f" by the Callboard of {folder}" if folder else f" by {process.name()} (process {found.pid})"
    return ""


def is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError as error:
            raise Sentence(f"Port {port} may only be used by root; choose one above 1023.") from error
        except socket.gaierror as error:
            raise Sentence(f"This machine has no address {host}.") from error
        except OSError as error:
            if "assign" in str(error):
                raise Sentence(f"This machine has no address {host}.") from error
            return False
    return True


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def shown(host: str) -> str:
    """The host as it stands in an address a person can open."""
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def allowed_hosts(host: str) -> str:
    """The names pages are served under: CALLBOARD_HOSTS, or this machine's own names and addresses."""
    given = os.environ.get("CALLBOARD_HOSTS")
    if given:
        return given
    names = {"localhost", "127.0.0.1", "[::1]"}
    if not is_loopback(host):
        names |= {host, socket.gethostname(), socket.getfqdn()}
        for addresses in psutil.net_if_addrs().values():
            names |= {each.address for each in addresses if each.family == socket.AF_INET}
    return ",".join(sorted(names))
