"""Decides which addresses we may go to: only http and https, and no private or local network."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from reportedly.fetch.response import FetchError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]

DEFAULT_PORTS = {"http": 80, "https": 443}

# RFC 6052: a gateway turns these IPv6 addresses into the IPv4 address in their last 32 bits.
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# RFC 8215: the same for use inside one network, so never a public place.
LOCAL_NAT64 = ipaddress.IPv6Network("64:ff9b:1::/48")
# RFC 4291, 2.5.5.1: old "IPv4-compatible" addresses, which some systems still route to the IPv4 address.
IPV4_COMPATIBLE = ipaddress.IPv6Network("::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect: the name for TLS and the Host header, and the IP addresses that were checked."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]

    @property
    def host_header(self) -> str:
        """The value of the Host header; the port is named only where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


def resolve_by_system(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a name, as the operating system resolves it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def check_address(url: str, resolve: Resolver, *, allow_private: bool) -> Target:
    """Where `url` leads, with its IP addresses resolved once and all of them checked.

    Whoever connects must use these very IP addresses: a name that is resolved a second time may by then
    point to a private place (DNS rebinding).
    """
    parsed = parse_address(url)
    scheme, host = parsed.scheme or "", (parsed.host or "").strip("[]")
    port = parsed.port or DEFAULT_PORTS[scheme]
    addresses = tuple(resolve_host(host, port, resolve))
    for address in addresses:
        if not allow_private and not is_public(address):
            raise FetchError(
                f"{url} leads to the private or reserved address {address}.",
                "Give a public address, or use --allow-private if you trust that network.",
            )
    return Target(parsed.url, scheme, host, port, parsed.request_uri, addresses)


def parse_address(url: str) -> Url:
    """The parts of an http or https address that names a host and carries no password."""
    try:
        parsed = parse_url(url)
    except (LocationParseError, ValueError) as error:
        raise FetchError(f"{url!r} is not a valid address.", "Check how it is written.") from error
    if parsed.scheme not in DEFAULT_PORTS:
        raise FetchError(
            f"{url!r} is not an http or https address.", "Give one that begins with http:// or https://."
        )
    if parsed.auth is not None:
        raise FetchError(
            f"The address of {parsed.host} carries a user name or password.",
            "Remove the part before the @; pages behind a log-in are to be saved as a file first.",
        )
    if not parsed.host or parsed.port == 0:
        raise FetchError(f"{url!r} is not a valid address.", "Check its host and port.")
    return parsed


def resolve_host(host: str, port: int, resolve: Resolver) -> Sequence[str]:
    """The IP addresses of `host`; there is at least one."""
    advice = "Check its spelling and the connection to the network."
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"The name {host!r} could not be resolved.", advice) from error
    if not addresses:
        raise FetchError(f"The name {host!r} has no IP address.", advice)
    return addresses


def is_public(address: str) -> bool:
    """Whether an IP address, and any IPv4 address wrapped inside it, is on the public internet."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return all(is_globally_routed(one) for one in (parsed, *inner_addresses(parsed)))


def inner_addresses(address: IPAddress) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses that an IPv6 address may be turned into on its way."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in NAT64 or address in IPV4_COMPATIBLE:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
    return [one for one in inner if one is not None]


def is_globally_routed(address: IPAddress) -> bool:
    """Whether one address, taken by itself, belongs to no private, local or reserved range.

    A v4-mapped address counts as public here: the address inside it is what decides, and is asked apart.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None or address in NAT64:
            return True
        if address.is_site_local or address in LOCAL_NAT64 or address.scope_id is not None:
            return False
    is_special = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
    return address.is_global and not is_special
