"""The run: shards, tallies and the summary without Prefect, and one run of the real flow."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path

import pytest

from coders.model import Document
from fake_coder import FakeCoder
from flows import shards
from flows.coding import Coded, code_documents, load_coder
from flows.pipeline import Steps, run_steps
from flows.records import Located
from flows.rejects import Reject
from flows.report import run_row, summary
from flows.shards import Shard, ShardResult, Tally, cut_into_shards, stage_shard
from flows.workers import Workers
from publishing import current_rows
from tocsin import ModelError
from warehouse import catalog
from warehouse.fields import TABLES
from warehouse.store import Staging, stage

DAY = date(2022, 1, 9)
SEEDS = Path(__file__).parents[1] / "seeds"


def located(name: str, text: str = "Chad attacks Sudan.") -> Located:
    return Located(f"x.jsonl:{name}", Document(name, DAY, text))


def workers() -> Workers:
    return Workers(FakeCoder())  # type: ignore[arg-type]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    with path.open("w") as stream:
        for n in range(7):
            text = "EXPLODE" if n == 3 else f"Chad attacks Sudan. Mali attacks rebels{n}."
            stream.write(json.dumps({"id": f"d{n}", "date": f"202{n % 2}-01-09", "text": text}) + "\n")
        stream.write("{broken\n")
    return path


# --- coding a stream


def test_document_that_cannot_be_coded_is_a_reject_and_the_others_go_on() -> None:
    rejects: list[Reject] = []
    found = [located("a"), located("b", "EXPLODE"), Reject(None, "x:1", "empty", "", ""), located("c")]
    coded = list(code_documents(FakeCoder(), found, rejects.append))  # type: ignore[arg-type]
    assert [item.document.id for item in coded] == ["a", "c"]
    assert [(r.document_id, r.reason) for r in rejects] == [("b", "coding_failed"), (None, "empty")]


def test_fault_of_the_model_is_no_reject() -> None:
    class Broken(FakeCoder):
        def analyse(self, document: Document) -> None:  # type: ignore[override]
            raise ModelError("the model is missing")

    with pytest.raises(ModelError):
        list(code_documents(Broken(), [located("a")], lambda reject: None))  # type: ignore[arg-type]


def test_fault_of_the_reader_is_raised() -> None:
    def found() -> Iterator[Located]:
        yield located("a")
        raise RuntimeError("reader")

    with pytest.raises(RuntimeError, match="reader"):
        list(code_documents(FakeCoder(), found(), lambda reject: None))  # type: ignore[arg-type]


# --- shards


def test_shards_are_cut_by_size_and_keep_everything_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD_CHARACTERS", 100)
    found = [located(str(n), "x" * 40) for n in range(7)]
    cut = list(cut_into_shards(found))
    assert [len(shard.found) for shard in cut] == [3, 3, 1]
    assert [item for shard in cut for item in shard.found] == found
    assert [shard.number for shard in cut] == [0, 1, 2]
    assert cut[0].inputs == {"x.jsonl"}


def test_shard_staged_twice_is_the_same(tmp_path: Path) -> None:
    staging = stage(tmp_path, "r")
    shard = Shard(0, (located("a"), Reject(None, "x.jsonl:9", "empty", "is empty", "leave it out")))
    first = stage_shard(workers(), shard, staging)
    before = {path: path.read_bytes() for path in staging.folder.rglob("*.parquet")}
    assert stage_shard(workers(), shard, staging) == first
    assert {path: path.read_bytes() for path in staging.folder.rglob("*.parquet")} == before
    assert (first.tally.documents, first.tally.events, first.tally.rejects) == (1, 1, Counter(empty=1))


def test_workers_start_anew_after_a_process_died(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other processes of a broken pool are ended, or one that was just starting would be waited for at exit."""
    ended: list[str] = []

    class Started:
        def kill(self) -> None:
            ended.append("killed")

    class Dead:
        def __init__(self) -> None:
            self._processes = {1: Started()}

        def submit(self, *_: object) -> None:
            raise BrokenProcessPool

        def shutdown(self, **_: object) -> None: ...

    monkeypatch.setattr("flows.workers.ProcessPoolExecutor", lambda *_, **__: Dead())
    crew = Workers(FakeCoder(), 2)  # type: ignore[arg-type]
    with pytest.raises(BrokenProcessPool):
        crew.code(Shard(0, ()))
    assert crew._crew._pool is None and ended == ["killed"]  # type: ignore[union-attr]


def test_tallies_add_up() -> None:
    coder = FakeCoder()
    items = [located(str(n), "Chad attacks Sudan. So what.") for n in range(3)]
    whole, parts = Tally(), Tally()
    for item in items:
        coded = Coded(item.document, coder.analyse(item.document))
        whole.count(coded)
        part = Tally()
        part.count(coded)
        parts.add(part)
    assert parts == whole
    assert (whole.documents, whole.sentences, whole.coded_sentences, whole.events) == (3, 6, 3, 3)
    assert whole.dyads == {("CHA", "SUD"): 3} and whole.dropped == {"no actor": 3}


# --- runs


def test_run_stores_documents_events_rejects_and_itself(tmp_path: Path, news: Path) -> None:
    report = run_steps([str(news)], tmp_path / "wh", workers())
    with catalog.connect(tmp_path / "wh") as database:
        counts = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM sentences), count(*) FROM events"
        assert catalog.ask(database, counts).rows == ((6, 12, 12),)
        rejects = catalog.ask(database, "SELECT reason, location FROM rejects ORDER BY 1").rows
        assert rejects == (("broken_line", f"{news}:8"), ("coding_failed", f"{news}:4"))
        row = catalog.ask(database, "SELECT document_count, reject_count, actual_event_count, inputs FROM runs").rows
        assert row == ((6, 2, 12, [str(news)]),)
        offsets = (
            "SELECT count(*) FROM events JOIN documents USING (document_id) "
            "WHERE text[source_start + 1:source_end] = source_text "
            "AND text[trigger_start + 1:trigger_end] = trigger_text"
        )
        assert catalog.ask(database, offsets).rows == ((12,),)
    assert report.tally.events == 12 and report.seconds.keys() == {"coding", "publishing"}
    assert not list((tmp_path / "wh" / "staging").iterdir())


def test_run_again_changes_nothing_but_the_runs(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def files() -> dict[str, bytes]:
        paths = (tmp_path / "wh" / "current").glob("*/year=*/*.parquet")
        return {str(p): p.read_bytes() for p in paths if "/runs/" not in str(p)}

    run_steps([str(news)], tmp_path / "wh", workers())
    before = files()
    monkeypatch.setattr(shards, "SHARD_CHARACTERS", 60)
    run_steps([str(news)], tmp_path / "wh", workers())
    assert files() == before
    with catalog.connect(tmp_path / "wh") as database:
        assert catalog.ask(database, "SELECT count(*) FROM runs").rows == ((2,),)


def test_recode_writes_a_new_edition_of_what_is_stored(tmp_path: Path, news: Path) -> None:
    class Newer(FakeCoder):
        dictionary_version = "newer"

    run_steps([str(news)], tmp_path / "wh", workers())
    report = run_steps([], tmp_path / "wh", Workers(Newer()), recode=True)  # type: ignore[arg-type]
    assert report.tally.documents == 6
    query = (
        "SELECT about.edition, (SELECT count(*) FROM events), (SELECT count(*) FROM edition_main.events), "
        "(SELECT count(*) FROM rejects), (SELECT any_value(dictionary_version) FROM documents) FROM about"
    )
    with catalog.connect(tmp_path / "wh") as database:
        assert catalog.ask(database, query).rows == (("main-2", 12, 12, 2, "newer"),)
    with catalog.connect(tmp_path / "wh", "main") as database:
        assert catalog.ask(database, "SELECT any_value(dictionary_version) FROM documents").rows == (("fake",),)


def test_run_that_fails_publishes_nothing(tmp_path: Path, news: Path) -> None:
    def fail(crew: Workers, shard: Shard, staging: Staging) -> None:
        stage_shard(crew, shard, staging)
        raise OSError("disk full")  # before it is noted as finished

    with pytest.raises(OSError, match="disk full"):
        run_steps([str(news)], tmp_path / "wh", workers(), steps=Steps(submit=fail))  # type: ignore[arg-type]
    assert not (tmp_path / "wh" / "current").exists()
    assert not list((tmp_path / "wh" / "staging").iterdir())


def test_run_started_again_codes_only_what_was_not_finished(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "SHARD_ITEMS", 2)
    coded: list[int] = []

    def submit(crew: Workers, shard: Shard, staging: Staging) -> object:
        coded.append(shard.number)
        if coded == [0, 1, 2]:
            raise KeyboardInterrupt
        return lambda: stage_shard(crew, shard, staging)

    steps = Steps(submit=submit)  # type: ignore[arg-type]
    with pytest.raises(KeyboardInterrupt):
        run_steps([str(news)], tmp_path / "wh", workers(), steps=steps)
    assert not (tmp_path / "wh" / "current").exists()
    run_steps([str(SEEDS)], tmp_path / "wh", workers())  # another run leaves what is finished alone
    report = run_steps([str(news)], tmp_path / "wh", workers(), steps=steps)
    assert coded == [0, 1, 2, 1, 2, 3]
    run_steps([str(SEEDS)], tmp_path / "whole", workers())
    whole = run_steps([str(news)], tmp_path / "whole", workers())
    assert report.tally == whole.tally
    found, wanted = current_rows(tmp_path / "wh"), current_rows(tmp_path / "whole")
    for table in ("documents", "sentences", "events", "rejects"):
        assert found[table] == wanted[table]
    assert not list((tmp_path / "wh" / "staging").iterdir())


def test_run_started_again_codes_shards_of_other_content(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "SHARD_ITEMS", 2)
    with pytest.raises(ZeroDivisionError):
        run_steps([str(news)], tmp_path / "wh", workers(), steps=Steps(publish=lambda *_: 1 / 0))  # type: ignore[arg-type,return-value]
    monkeypatch.undo()
    news.write_text(news.read_text().replace("Mali attacks", "Mali visits", 1).partition('{"id": "d3"')[0])
    run_steps([str(news)], tmp_path / "wh", workers())
    run_steps([str(news)], tmp_path / "whole", workers())
    found, whole = (current_rows(tmp_path / name) for name in ("wh", "whole"))
    assert [found[table] for table in ("documents", "events")] == [whole[table] for table in ("documents", "events")]
    assert "rejects" not in found


def test_run_holds_few_shards_in_memory(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD_ITEMS", 1)
    waiting, most = 0, 0

    def submit(crew: Workers, shard: Shard, staging: Staging) -> object:
        nonlocal waiting, most
        waiting += 1
        most = max(most, waiting)

        def result() -> ShardResult:
            nonlocal waiting
            waiting -= 1
            return stage_shard(crew, shard, staging)

        return result

    run_steps([str(news)], tmp_path / "wh", workers(), steps=Steps(submit=submit))  # type: ignore[arg-type]
    assert most == 2


def test_summary_counts_by_step_and_reason(tmp_path: Path, news: Path) -> None:
    report = run_steps([str(news)], tmp_path / "wh", workers())
    page = summary(report)
    for line in ("| documents coded | 6 |", "| broken_line | 1 |", "| no actor | 6 |", "| CHA -> SUD | 6 |"):
        assert line in page
    assert set(run_row(report)) == set(TABLES["runs"].names)


@pytest.mark.model
def test_two_processes_give_the_same_bytes_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD_ITEMS", 1)
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"date 2022-01-0{n + 1} Chad accused Sudan of shelling {n + 2} villages.")
    coder, found = load_coder(), {}
    for count in (1, 2):
        crew = Workers(coder, count)
        run_steps([str(tmp_path / "*.txt")], tmp_path / str(count), crew)
        crew.close()
        paths = (tmp_path / str(count) / "current" / "events").glob("year=*/*.parquet")
        found[count] = {path.name: path.read_bytes() for path in paths}
    assert found[1] == found[2] != {}


# --- Prefect


@pytest.mark.outside
def test_flow_codes_the_seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "prefect"))
    from flows.coding_flow import SUMMARY_KEY, code_shard, run_flow

    report = run_flow([str(SEEDS)], tmp_path / "wh", workers=2)
    assert report.tally.documents == 1 and report.tally.events > 5
    with catalog.connect(tmp_path / "wh") as database:
        assert catalog.ask(database, "SELECT count(*) FROM events_all").rows == ((report.tally.events,),)
    assert code_shard.retries == 2 and SUMMARY_KEY == "coding-run"
