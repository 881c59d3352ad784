"""Web addresses taken apart, and the addresses of machines that no page may lead to."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from urllib.parse import quote, urljoin, urlsplit

from tuireader.compare.documents.errors import Unreadable

_PORTS = {"http": 80, "https": 443}
_SAFE = "/:?#[]@!$&'()*+,;=%~"
_LONGEST = 8000
# Beside what the library calls private, loopback, link-local, multicast or reserved: shared address
# space (RFC 6598), protocol assignments, tests of speed, relays to IPv4 (RFC 7526), and the
# prefixes of tunnels, whose inner address is looked at besides.
_NOT_PUBLIC: tuple[IPv4Network | IPv6Network, ...] = tuple(
    map(
        ip_network,
        "100.64.0.0/10 192.0.0.0/24 192.88.99.0/24 198.18.0.0/15 240.0.0.0/4"
        " ::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16"
        " fec0::/10".split(),
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")

Resolver = Callable[[str, int], list[str]]
"""From the name of a machine and a port to its addresses; raises OSError where there are none."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A web address, taken apart.

    Attributes:
        scheme: "http" or "https".
        host: A name in ASCII, or an IP address without brackets.
        port: Of the machine.
        target: Path and query, as they are asked for.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the header `Host` has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def path(self) -> str:
        """The path alone, whose end may be the suffix of a file."""
        return self.target.partition("?")[0]

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"

    def joined(self, location: str) -> WebAddress:
        """The address that a redirect from here leads to.

        Raises:
            Unreadable: It is none that is followed.
        """
        # Headers are read as Latin-1; what servers write without escaping it is UTF-8.
        written = location.strip().encode("latin-1", "replace").decode("utf-8", "replace")
        try:
            return parse(urljoin(str(self), written))
        except ValueError as error:
            raise Unreadable("it leads on to what is no web address", "check it") from error


def parse(address: str) -> WebAddress:
    """Take an address apart.

    Raises:
        Unreadable: It is none, or of a kind that is not read.
    """
    if len(address) > _LONGEST or not address.isprintable():
        raise Unreadable("it is no web address", "check it")
    try:
        parts = urlsplit(address)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:
        raise Unreadable("it is no web address", "check it") from error
    if parts.scheme not in _PORTS:
        problem = f"it is an address of the kind {parts.scheme}, not of the web"
        raise Unreadable(problem, "give one that begins with https:// or http://, or a file")
    if not host:
        raise Unreadable("it names no host", "check the address")
    if parts.username is not None:
        problem = "it has a name or a password in it, which are not sent"
        raise Unreadable(problem, "log in with a browser, save the page and give that")
    target = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        target += "?" + quote(parts.query, safe=_SAFE)
    return WebAddress(parts.scheme, host, _PORTS[parts.scheme] if port is None else port, target)


def is_public(text: str) -> bool:
    """Whether an IP address is one of the internet at large, and so is any that it stands for."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and (address.ipv4_mapped or address in _NAT64):
        return is_public(str(IPv4Address(int(address) & 0xFFFFFFFF)))
    return not (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
        or any(address in network for network in _NOT_PUBLIC if network.version == address.version)
    )


def resolve(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a host, each once.

    Raises:
        OSError: It has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))
