"""Stories and documents that are known: what is near-identical, and what need not be coded again."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from coders.model import Document
from fake_coder import FakeCoder
from flows.known import content_hash
from flows.pipeline import run_steps
from flows.records import Located
from flows.report import RunReport
from flows.stories import shared, signature_of, with_stories
from flows.workers import Workers
from publishing import current_rows
from warehouse import catalog

DAY = date(2022, 1, 9)
WORDS = [f"word{n}" for n in range(3_000)]


def text(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def located(name: str, words: str, day: date = DAY) -> Located:
    return Located(f"x:{name}", Document(name, day, words))


def stories(*items: Located, earlier: Iterable[tuple[str, bytes]] = ()) -> list[str | None]:
    found = with_stories(items, lambda day: earlier if day == DAY else ())
    return [item.document.story_id for item in found if isinstance(item, Located)]


def test_signatures_estimate_what_texts_share() -> None:
    words = text(1).split()
    for kept in (300, 240, 150):
        other = [*words[:kept], *text(2).split()[: 300 - kept]]
        runs = [{tuple(w[k : k + 4]) for k in range(len(w) - 3)} for w in (words, other)]
        truth = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
        a, b = signature_of(" ".join(words)), signature_of(" ".join(other))
        assert a and b and abs(shared(a, b) - truth) < 0.15
    assert signature_of("Too short.") is None


def test_copies_with_small_changes_are_one_story() -> None:
    wire = text(1)
    changed = f"RIVERTON (Wire) - {wire.upper().replace('WORD7', 'other')}"
    cut = " ".join(wire.split()[:240])
    found = stories(located("a", wire), located("b", text(2)), located("c", changed), located("d", cut))
    assert found[0] == found[2] == found[3] != found[1]


def test_copies_weeks_apart_are_two_stories() -> None:
    first, within, later = (
        stories(located("a", text(1)), located("b", text(1), DAY + timedelta(days=n))) for n in (0, 7, 8)
    )
    assert len(set(first)) == len(set(within)) == 1 and len(set(later)) == 2


def test_stories_of_the_warehouse_go_on() -> None:
    signature = signature_of(text(1))
    assert signature
    assert stories(located("a", text(1), DAY + timedelta(days=2)), earlier=[("known", signature)]) == ["known"]


def test_short_texts_are_stories_of_their_own() -> None:
    assert len(set(stories(located("a", "Same words."), located("b", "Same words.")))) == 2


# --- runs


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return write(tmp_path / "news.jsonl", {f"d{n}": text(n) for n in range(5)})


def write(path: Path, texts: dict[str, str]) -> Path:
    lines = [
        json.dumps({"id": name, "date": str(DAY), "text": f"Chad attacks Sudan. {t}"}) for name, t in texts.items()
    ]
    path.write_text("\n".join(lines) + "\n")
    return path


def run(tmp_path: Path, *inputs: Path, coder: object = None, again: bool = False) -> RunReport:
    return run_steps([str(path) for path in inputs], tmp_path / "wh", Workers(coder or FakeCoder()), again=again)  # type: ignore[arg-type]


def test_known_documents_are_not_coded_again(tmp_path: Path, news: Path) -> None:
    run(tmp_path, news)
    before = current_rows(tmp_path / "wh")
    report = run(tmp_path, news)
    assert (report.tally.documents, report.tally.known) == (0, 5)
    after = current_rows(tmp_path / "wh")
    assert [row["known_count"] for row in after["runs"]] == [0, 5]
    assert {name: rows for name, rows in after.items() if name != "runs"} == {
        name: rows for name, rows in before.items() if name != "runs"
    }
    assert run(tmp_path, news, again=True).tally.documents == 5


def test_changed_documents_and_new_dictionaries_are_coded_again(tmp_path: Path, news: Path) -> None:
    class Newer(FakeCoder):
        dictionary_version = "newer"

    run(tmp_path, news)
    write(news, {f"d{n}": text(n if n else 99) for n in range(5)})
    assert run(tmp_path, news).tally.documents == 1
    assert run(tmp_path, news, coder=Newer()).tally.documents == 5


def test_rejects_of_a_mended_file_go_though_its_documents_are_known(tmp_path: Path, news: Path) -> None:
    good = news.read_text()
    news.write_text(good + "{broken\n")
    assert run(tmp_path, news).tally.rejects.total() == 1
    news.write_text(good)
    run(tmp_path, news)
    assert "rejects" not in current_rows(tmp_path / "wh")


def test_stories_join_documents_of_two_runs(tmp_path: Path, news: Path) -> None:
    run(tmp_path, news)
    other = write(tmp_path / "other.jsonl", {"copy": text(3), "new": text(77)})
    run(tmp_path, other)
    query = "SELECT document_count, event_count FROM stories ORDER BY document_count DESC"
    with catalog.connect(tmp_path / "wh") as database:
        assert catalog.ask(database, query).rows == ((2, 2), *[(1, 1)] * 5)
        same = "SELECT count(DISTINCT story_id) FROM events WHERE document_id IN ('d3', 'copy')"
        assert catalog.ask(database, same).rows == ((1,),)
        assert catalog.ask(database, "SELECT count(*) FROM one_per_story").rows == ((6,),)


def test_content_hash_covers_all_that_the_input_gives() -> None:
    document = Document("a", DAY, "Text.", "Title", "u", "s", "en")
    others = [Document("a", DAY, "Text.", "Title", "u", None, "en"), Document("a", DAY, "Text.", None, "u", "s", "en")]
    assert len({content_hash(each) for each in (document, *others)}) == 3
    assert content_hash(Document("a", DAY, "Text.", "Title", "u", "s", "en", "story")) == content_hash(document)
