"""Fetches pages from the network with care: robots.txt, timeouts, a size limit, a pause for each host, public hosts only."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, RLock
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from tocsin import __version__

if TYPE_CHECKING:
    from warehouse.fields import RejectReason

USER_AGENT = f"tocsin/{__version__}"
ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/html;q=0.9, */*;q=0.5"
CHUNK = 1 << 16
MOST_REDIRECTS = 5
#: The most bytes of a robots.txt that count (RFC 9309).
LARGEST_ROBOTS = 500 << 10
#: A host that asks for longer pauses than this is not waited for.
LONGEST_PAUSE = 60.0


@dataclass(frozen=True, slots=True)
class Policy:
    """How pages are fetched.

    Args:
        timeout: seconds to wait for a host to answer, and for each piece of the answer.
        deadline: seconds that one page may take in all.
        most_bytes: of one page, unpacked.
        pause: seconds between two requests to a host; its robots.txt may ask for more.
        attempts: at a host that is down, slow or busy; the wait between two doubles each time.
        allow_private: whether addresses of the local network may be fetched.
    """

    timeout: float = 20.0
    deadline: float = 60.0
    most_bytes: int = 10 << 20
    pause: float = 1.0
    attempts: int = 3
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: its address after redirects, and what it holds, unpacked."""

    url: str
    data: bytes


class FetchError(Exception):
    """A page could not be fetched, or must not be."""

    def __init__(self, reason: RejectReason, detail: str, remedy: str, *, may_help: bool = False) -> None:
        self.reason = reason
        self.detail = detail
        self.remedy = remedy
        self.may_help = may_help
        super().__init__(detail)


@dataclass(slots=True)
class Fetcher:
    """Fetches pages, and remembers what hosts ask for; in several threads, one request to a host at a time.

    Args:
        policy: how.
        sleep, clock: of seconds; others for tests.
    """

    policy: Policy = field(default_factory=Policy)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)
    _locks: defaultdict[str, RLock] = field(default_factory=lambda: defaultdict(RLock))
    _lock: Lock = field(default_factory=Lock)

    def get(self, url: str) -> Fetched:
        """Fetches a page.

        Raises:
            FetchError: if it cannot be fetched, or must not be.
        """
        for _ in range(MOST_REDIRECTS + 1):
            _check_address(url)
            self._ask_robots(url)
            answer = self._insist(url, self.policy.most_bytes)
            if answer.location is None:
                return Fetched(url, answer.data)
            url = urljoin(url, answer.location)
        raise FetchError("not_fetched", f"redirects more than {MOST_REDIRECTS} times", "name its last address")

    def _ask_robots(self, url: str) -> None:
        host = _host_of(url)
        with self._lock_of(host):
            if host not in self._robots:
                self._robots[host] = self._robots_of(url)
        if not self._robots[host].can_fetch(USER_AGENT, url):
            raise FetchError("forbidden", f"robots.txt of {host} forbids it", "ask the publisher for leave")

    def _robots_of(self, url: str) -> RobotFileParser:
        """Returns a host's rules: without robots.txt all is allowed, without an answer nothing (RFC 9309)."""
        rules = RobotFileParser()
        address = urljoin(url, "/robots.txt")
        try:
            for _ in range(MOST_REDIRECTS):
                answer = self._insist(address, LARGEST_ROBOTS)
                if answer.location is None:
                    break
                address = urljoin(address, answer.location)
                _check_address(address)
            text = answer.data.decode("utf-8", "replace") if answer.location is None else ""
        except FetchError as error:
            if error.may_help:  # down or busy
                raise
            text = ""
        rules.parse(text.splitlines())
        return rules

    def _insist(self, url: str, most_bytes: int) -> _Answer:
        """Asks again, after longer and longer waits, where that may help."""
        wait = max(self.policy.pause, 0.1)
        for attempt in range(self.policy.attempts):
            try:
                with self._lock_of(_host_of(url)):
                    self._pause(url)
                    return _ask(url, self.policy, most_bytes, self.clock)
            except FetchError as error:
                if not error.may_help or attempt == self.policy.attempts - 1:
                    raise
            self.sleep(wait)
            wait *= 2
        raise AssertionError("no attempt was made")

    def _lock_of(self, host: str) -> RLock:
        with self._lock:
            return self._locks[host]

    def _pause(self, url: str) -> None:
        host = _host_of(url)
        asked = self._robots[host].crawl_delay(USER_AGENT) if host in self._robots else None
        pause = min(max(self.policy.pause, float(asked or 0)), LONGEST_PAUSE)
        if host in self._last and (left := self._last[host] + pause - self.clock()) > 0:
            self.sleep(left)
        self._last[host] = self.clock()


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a host answers: data, or where else to ask."""

    data: bytes
    location: str | None


def _ask(url: str, policy: Policy, most_bytes: int, clock: Callable[[], float]) -> _Answer:
    parts = urlsplit(url)
    connection = _connection(parts.scheme, parts.hostname or "", parts.port, policy)
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{parts.query}" if parts.query else "")
    headers = {"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip", "Connection": "close"}
    ends = clock() + policy.deadline
    try:
        connection.request("GET", target, headers=headers)
        response = connection.getresponse()
        if response.status in (301, 302, 303, 307, 308) and (location := response.getheader("Location")):
            return _Answer(b"", location)
        if response.status in (429, 500, 502, 503, 504):
            raise FetchError("not_fetched", f"answers {response.status}", "try later", may_help=True)
        if response.status != 200:
            raise FetchError("not_fetched", f"answers {response.status} {response.reason}", "check the address")
        packed = response.getheader("Content-Encoding", "").lower() in ("gzip", "x-gzip", "deflate")
        return _Answer(_read(response, most_bytes, packed, ends, clock), None)
    except TimeoutError as error:
        raise FetchError("not_fetched", "does not answer in time", "try later", may_help=True) from error
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        what = f"cannot be fetched: {type(error).__name__}: {error}".splitlines()[0]
        raise FetchError("not_fetched", what, "check the address, or try later", may_help=True) from error
    finally:
        connection.close()


def _read(
    response: http.client.HTTPResponse, most_bytes: int, packed: bool, ends: float, clock: Callable[[], float]
) -> bytes:
    """Reads an answer piece by piece, so that no bomb and no slow host can fill memory or time."""
    unpack = zlib.decompressobj(wbits=47) if packed else None  # gzip or zlib, by its head
    found = bytearray()
    while piece := response.read1(CHUNK):
        if clock() > ends:
            raise FetchError("not_fetched", "takes too long", "try later, or raise fetch.deadline")
        found += unpack.decompress(piece, most_bytes + 1 - len(found)) if unpack else piece
        while unpack and unpack.unconsumed_tail and len(found) <= most_bytes:
            found += unpack.decompress(unpack.unconsumed_tail, most_bytes + 1 - len(found))
        if len(found) > most_bytes:
            what = f"is larger than {most_bytes:,} bytes"
            raise FetchError("too_large", what, "raise fetch.most_bytes if it is news")
    return bytes(found)


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError("forbidden", f"{url!r} is no web address", "name one that begins http:// or https://")


def _host_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _connection(scheme: str, host: str, port: int | None, policy: Policy) -> http.client.HTTPConnection:
    if scheme == "http":
        return _Plain(host, port, policy)
    return _Secure(host, port, policy)


class _Plain(http.client.HTTPConnection):
    """A connection to a host whose address was looked at first."""

    def __init__(self, host: str, port: int | None, policy: Policy) -> None:
        super().__init__(host, port, timeout=policy.timeout)
        self.policy = policy

    def connect(self) -> None:
        self.sock = _connected(self.host, self.port, self.policy)


class _Secure(http.client.HTTPSConnection):
    """The same by TLS."""

    def __init__(self, host: str, port: int | None, policy: Policy) -> None:
        super().__init__(host, port, timeout=policy.timeout, context=ssl.create_default_context())
        self.policy = policy
        self.tls = ssl.create_default_context()

    def connect(self) -> None:
        sock = _connected(self.host, self.port, self.policy)
        self.sock = self.tls.wrap_socket(sock, server_hostname=self.host)


def _connected(host: str, port: int, policy: Policy) -> socket.socket:
    """Connects to the very address that was looked at, so that no second look-up can give another.

    Raises:
        FetchError: if the host is in the local network and that is not allowed.
        OSError: if it does not answer.
    """
    last: OSError | None = None
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if not policy.allow_private and not _is_public(str(address[0])):
            what = f"{host} is {address[0]}, an address of the local network"
            raise FetchError("forbidden", what, "set fetch.allow_private if you mean it")
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(policy.timeout)
            sock.connect(address)
            return sock
        except OSError as error:
            sock.close()
            last = error
    raise last or OSError(f"{host} has no address")


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (inner is None or _is_public(str(inner)))
