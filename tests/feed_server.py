"""A news site on localhost: a feed with twenty stories, among them every fault that feeds and pages have."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

NOW = datetime.now(UTC)
COUNTRIES = "Chad Sudan Kenya Uganda Ghana Togo Mali Niger Benin Egypt Libya Tunisia Algeria Morocco".split()
#: 100 MB in 100 kB.
BOMB = gzip.compress(bytes(100 << 20), 1)
#: Stories with nothing wrong.
GOOD = 14


def sentences(number: int) -> str:
    """Returns a text of its own for each number."""
    source, target = COUNTRIES[number % 14], COUNTRIES[(number * 3 + 1) % 14]
    return (
        f"{source} accused {target} of shelling {number + 2} villages near the border on Monday. "
        f"Police in {source} arrested {number + 3} union leaders after a protest in the capital. "
        f"The president of {source} met {number + 20} ministers of {target} and asked for talks about the border. "
        f"Report number {number} ends with word{number} and word{number * 7} and word{number * 13}."
    )


def page(text: str, title: str = "Report", charset: str = "utf-8") -> str:
    """Returns a page of the site."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{title}</title></head><body>'
        f"<nav><a href='/'>Home</a></nav><article><h1>{title}</h1><p>{text}</p><p>{text}</p></article></body></html>"
    )


def item(name: str, link: str, date: datetime = NOW, title: str = "Report", description: str = "") -> str:
    """Returns an item of the feed."""
    return (
        f"<item><title>{title} {name}</title><link>{link}</link><guid isPermaLink='false'>{name}</guid>"
        f"<pubDate>{format_datetime(date)}</pubDate><description>{description}</description></item>"
    )


@dataclass
class Site:
    """The site: what it has by path, and how often each was asked for."""

    stories: int = GOOD
    asked: Counter[str] = field(default_factory=Counter)
    agents: set[str] = field(default_factory=set)
    address: str = ""
    #: Seconds that the slow page takes to say a word.
    slowness: float = 3.0

    def feed(self) -> str:
        """Returns the feed: good stories first, then one with each fault."""
        items = [item(f"good-{n}", f"/story/{n}") for n in range(self.stories)]
        items += [
            item("down", "/down"),
            item("slow", "/slow"),
            item("moved", "/moved"),
            item("huge", "/huge"),
            item("bomb", "/bomb"),
            item("accents", "/accents"),
            item("future", "/story/90", NOW + timedelta(days=400)),
            item("good-0", "/story/91"),  # an id that is taken, with another text
            item("forbidden", "/secret/story"),
            item("inside", "http://10.0.0.1/"),
            item("loop", "/loop"),
        ]
        return f"<?xml version='1.0'?><rss version='2.0'><channel><title>River Post</title>{''.join(items)}</channel></rss>"


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def log_message(self, *arguments: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        site, path = self.site, self.path
        site.asked[path] += 1
        site.agents.add(self.headers.get("User-Agent", ""))
        with suppress(BrokenPipeError, ConnectionResetError):  # when the other side has had enough
            self.answer(site, path)

    def answer(self, site: Site, path: str) -> None:
        if path == "/robots.txt":
            self.send("User-agent: *\nDisallow: /secret/\n", "text/plain")
        elif path == "/feed":
            self.send(site.feed(), "application/rss+xml")
        elif path == "/entities":
            lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
            self.send(
                f'<!DOCTYPE rss [<!ENTITY l0 "lol">{lol}]><rss><channel><title>&l8;</title></channel></rss>', "text/xml"
            )
        elif path == "/not-a-feed":
            self.send(page("We are moving house. Come back tomorrow."), "text/html")
        elif path.startswith("/story/"):
            self.send(page(sentences(int(path.rpartition("/")[2]))), "text/html")
        elif path == "/accents":
            text = sentences(50).replace("villages", "châteaux – “villages”")
            self.send_bytes(page(text, charset="windows-1252").encode("cp1252"), "text/html; charset=utf-8")
        elif path == "/slow":
            time.sleep(site.slowness)
            self.send(page(sentences(51)), "text/html")
        elif path == "/huge":
            self.head(200, "text/html", {"Content-Length": str(200 << 20)})
            for _ in range(200):
                self.wfile.write(b"x" * (1 << 20))
        elif path == "/bomb":
            self.send_bytes(BOMB, "text/html", {"Content-Encoding": "gzip"})
        elif path in ("/moved", "/loop"):
            self.head(302, "text/html", {"Location": "/story/52" if path == "/moved" else "/loop"})
        else:
            self.head(503 if path == "/down" else 404, "text/html", {})

    def send(self, text: str, kind: str) -> None:
        self.send_bytes(text.encode(), kind)

    def send_bytes(self, data: bytes, kind: str, others: dict[str, str] | None = None) -> None:
        self.head(200, kind, {"Content-Length": str(len(data)), **(others or {})})
        self.wfile.write(data)

    def head(self, status: int, kind: str, others: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **others}.items():
            self.send_header(name, value)
        self.end_headers()


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    """Serves the site on a free port while the context lasts."""
    handler = type("Handler", (_Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
