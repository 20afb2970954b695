"""Fetching with care: every fault of a feed and its pages is counted and explained, and the others come through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from feed_server import GOOD, Site, sentences, serving
from flows.fetching import Fetcher, FetchError, Policy, _is_public
from flows.incoming import incoming_files, keep_incoming, known_ids, read_incoming
from flows.inputs import find_sources
from flows.records import Located, Record, without_duplicates
from flows.rejects import Reject
from flows.web import read_address

QUICK = Policy(timeout=0.7, deadline=5.0, most_bytes=1 << 20, pause=0.0, attempts=2, allow_private=True)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(Site(slowness=2.0)) as running:
        yield running


def fetcher(**changes: object) -> Fetcher:
    values = {name: getattr(QUICK, name) for name in QUICK.__slots__} | changes
    return Fetcher(Policy(**values), sleep=lambda seconds: None)


def fault(site: Site, path: str, **changes: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher(**changes).get(site.address + path)
    return caught.value


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/down", "not_fetched"),
        ("/missing", "not_fetched"),
        ("/slow", "not_fetched"),
        ("/huge", "too_large"),
        ("/bomb", "too_large"),
        ("/loop", "not_fetched"),
        ("/secret/story", "forbidden"),
    ],
)
def test_fetching_gives_the_reason_of_a_fault(site: Site, path: str, reason: str) -> None:
    error = fault(site, path)
    assert error.reason == reason and error.detail and error.remedy


def test_fetching_tries_again_only_where_that_may_help(site: Site) -> None:
    for path, attempts in (("/down", 2), ("/missing", 1), ("/huge", 1)):
        site.asked.clear()
        fault(site, path)
        assert site.asked[path] == attempts, path


def test_fetching_follows_a_redirect_and_names_where_it_led(site: Site) -> None:
    found = fetcher().get(f"{site.address}/moved")
    assert found.url == f"{site.address}/story/52" and b"shelling 54 villages" in found.data


def test_fetching_keeps_out_of_the_local_network(site: Site) -> None:
    assert fault(site, "/story/1", allow_private=False).reason == "forbidden"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("2606:4700::1111", True),
    ],
)
def test_addresses_of_the_local_network_are_known(address: str, public: bool) -> None:
    assert _is_public(address) == public


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://river.example/x", "http://"])
def test_other_addresses_are_not_fetched(address: str) -> None:
    with pytest.raises(FetchError, match="no web address"):
        fetcher().get(address)


def test_fetching_pauses_between_requests_to_a_host(site: Site) -> None:
    waits: list[float] = []
    slow = Fetcher(Policy(pause=9.0, allow_private=True), sleep=waits.append, clock=lambda: 0.0)
    slow.get(f"{site.address}/story/1")
    slow.get(f"{site.address}/story/2")
    assert waits == [9.0, 9.0]  # after robots.txt, and after the first story


def test_fetching_says_who_it_is(site: Site) -> None:
    fetcher().get(f"{site.address}/story/1")
    assert all(agent.startswith("tocsin/") for agent in site.agents)


# --- feeds


def read(site: Site, path: str = "/feed", **options: object) -> list[Record | Reject]:
    return list(read_address(site.address + path, fetcher(), **options))  # type: ignore[arg-type]


def test_feed_with_every_fault_gives_the_good_stories_and_a_reason_for_each_other(site: Site) -> None:
    found = read(site)
    good = {str(each.values["id"]): each for each in found if isinstance(each, Record)}
    names = {f"good-{n}" for n in range(GOOD)} | {"moved", "accents"}
    assert set(good) == names and len(found) == GOOD + 11
    assert "châteaux – “villages”" in str(good["accents"].values["text"])
    assert sentences(3) in str(good["good-3"].values["text"])
    assert good["good-3"].values["source"] == "River Post"
    reasons = {each.document_id: each.reason for each in found if isinstance(each, Reject)}
    assert reasons == {
        "down": "not_fetched",
        "slow": "not_fetched",
        "huge": "too_large",
        "bomb": "too_large",
        "future": "bad_date",
        "forbidden": "forbidden",
        "inside": "not_fetched",
        "loop": "not_fetched",
    }


def test_feed_is_read_again_without_its_known_stories(site: Site) -> None:
    site.asked.clear()
    known = {f"good-{n}" for n in range(GOOD)}
    read(site, is_known=known.__contains__)
    assert not any(site.asked[f"/story/{n}"] for n in range(GOOD))


@pytest.mark.parametrize(
    ("path", "reason"), [("/entities", "unsafe"), ("/not-a-feed", "unsupported"), ("/down", "not_fetched")]
)
def test_feed_that_is_none_is_one_reject(site: Site, path: str, reason: str) -> None:
    (reject,) = read(site, path, must_be_feed=True)
    assert isinstance(reject, Reject) and reject.reason == reason and reject.input == site.address + path


def test_page_is_a_document_of_today(site: Site) -> None:
    (record,) = read(site, "/story/5")
    assert isinstance(record, Record) and sentences(5) in str(record.values["text"])
    assert record.values["id"] == f"{site.address}/story/5"
    assert record.values["date"] == datetime.now(UTC).date()


def test_addresses_are_inputs_like_files() -> None:
    (source,) = find_sources(["https://river.example/feed"])
    assert (source.name, source.path) == ("https://river.example/feed", None)


# --- what waits


def test_incoming_documents_and_rejects_outlive_the_run(site: Site, tmp_path: Path) -> None:
    found = read(site)
    assert keep_incoming(tmp_path / "incoming", "1", found) == len(found)
    assert keep_incoming(tmp_path / "incoming", "2", []) == 0
    (file,) = incoming_files(tmp_path)
    items = list(without_duplicates(read_incoming([file])))
    documents = {item.document.id: item for item in items if isinstance(item, Located)}
    assert len(documents) == GOOD + 2
    assert documents["good-1"].location == f"{site.address}/feed:2"
    assert sum(isinstance(item, Reject) and item.reason == "duplicate_id" for item in items) == 1
    assert known_ids(tmp_path)("good-1") and not known_ids(tmp_path)("down")
