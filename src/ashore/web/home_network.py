"""This machine's own addresses on a home network: private ones only, asked of the system, without a packet sent."""

import socket
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network
from typing import Final

PRIVATE: Final = tuple(IPv4Network(net) for net in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"))
"""RFC 1918: addresses that are reached from the same network only."""
TOWARDS: Final = ("10.0.0.1", "172.16.0.1", *(f"192.168.{number}.1" for number in range(256)))
"""Where a home network may lie: the way there begins at this machine's address on it."""
ANY_PORT: Final = 9


def home_addresses() -> tuple[IPv4Address, ...]:
    """Return this machine's private addresses, the one that most ways begin at first."""
    return private_of(filter(None, map(_start_of_way, TOWARDS)))


def private_of(found: Iterable[str]) -> tuple[IPv4Address, ...]:
    """Return each address once that is private, the most frequent first."""
    all_found = [IPv4Address(one) for one in found]
    private = [one for one in all_found if any(one in net for net in PRIVATE)]
    return tuple(sorted(set(private), key=lambda one: (-private.count(one), one)))


def _start_of_way(target: str) -> str:
    """Return the address that a way would begin at; a datagram's socket sends nothing by being connected."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect((target, ANY_PORT))
        return str(probe.getsockname()[0])
    return ""
