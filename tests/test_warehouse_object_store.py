"""The same warehouse on an object store: in memory, and on a server on localhost that speaks S3."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from publishing import event_values, publish_documents, stage_documents
from tocsin import WarehouseError
from warehouse import catalog, object_store
from warehouse.caring import compact
from warehouse.checking import check
from warehouse.places import place_of
from warehouse.reading import published_batches
from warehouse.store import alive, publish, stage

pytest.importorskip("fsspec")


@pytest.fixture(params=["memory", pytest.param("s3", marks=pytest.mark.outside)])
def address(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    object_store.file_system.cache_clear()
    if request.param == "memory":
        files = object_store.file_system("memory")
        files.store.clear()
        yield "memory://bucket/wh"
        return
    server_module = pytest.importorskip("moto.server")
    pytest.importorskip("s3fs")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = server_module.ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "dummy",
        "AWS_SECRET_ACCESS_KEY": "dummy",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    try:
        object_store.file_system("s3").mkdir(f"bucket-{port}")
        yield f"s3://bucket-{port}/wh"
    finally:
        server.stop()
        object_store.file_system.cache_clear()


def ids(address: str) -> list[str]:
    rows = [row["document_id"] for batch in published_batches(address, "documents") for row in batch.to_pylist()]
    return sorted(rows)


def test_warehouse_on_an_object_store(address: str) -> None:
    publish_documents(address, "r1", ["a", "b", "c"])
    first = place_of(address).current()
    publish_documents(address, "r2", ["a", "b", "c"])
    second = place_of(address).current()
    assert first and second and first.files == second.files and second.number == 2
    publish_documents(address, "r3", ["d"])
    assert ids(address) == ["a", "b", "c", "d"]
    compact(address)
    assert ids(address) == ["a", "b", "c", "d"]
    assert len(list(place_of(address).states())) == 1  # type: ignore[attr-defined]
    assert list(check(address)) == []
    if address.startswith("s3"):  # DuckDB cannot be told to allow paths in memory
        with catalog.connect(address) as database:
            assert catalog.ask(database, "SELECT count(*) FROM events").rows == ((4,),)
            assert catalog.ask(database, "SELECT sum(event_count) FROM dyad_month").rows == ((4,),)
            assert len(catalog.ask(database, "FROM as_gdelt()").rows) == 4


def test_second_of_two_writers_is_told(address: str) -> None:
    publish_documents(address, "r1", ["a"])
    staging = stage(Path(address), "r2")
    with alive(staging):
        stage_documents(staging, ["late"])
        place = place_of(address)
        before = place.current()
        assert before
        with place.draft("main") as draft:  # begins before the other publishes
            publish_documents(address, "r3", ["quick"])
            with pytest.raises(WarehouseError, match="run it again"):
                draft.commit(type(before)("main", draft.number, before.files))
        assert ids(address) == ["a", "quick"]
        publish(Path(address), staging)
    assert ids(address) == ["a", "late", "quick"]


def test_upload_that_fails_leaves_the_state_before(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_documents(address, "r1", ["a"])
    files = object_store.file_system(address.partition(":")[0])
    original, calls = files.put_file, 0

    def put_file(*arguments: object, **options: object) -> None:
        nonlocal calls
        calls += 1
        if calls > 2:
            raise OSError("connection reset")
        original(*arguments, **options)

    monkeypatch.setattr(files, "put_file", put_file)
    with pytest.raises(OSError, match="connection reset"):
        publish_documents(address, "r2", ["b"])
    monkeypatch.undo()
    assert ids(address) == ["a"]
    object_store.file_system(address.partition(":")[0])


def test_older_edition_on_an_object_store(address: str) -> None:
    publish_documents(address, "r1", ["a"])
    staging = stage(Path(address), "r2")
    staging.write_batch("events", 0, pa.Table.from_pylist([event_values("e", "a")], _schema()))
    publish(Path(address), staging, "main-2")
    assert place_of(address).editions() == ["main", "main-2"]
    if address.startswith("memory"):
        return
    with catalog.connect(address) as database:
        query = "SELECT (SELECT count(*) FROM edition_main.events), count(*) FROM events"
        assert catalog.ask(database, query).rows == ((1, 1),)


def _schema() -> pa.Schema:
    from warehouse.fields import arrow_schema

    return arrow_schema("events")


def test_catalog_that_was_not_uploaded_is_made_when_it_is_needed(address: str, tmp_path: Path) -> None:
    publish_documents(address, "r1", ["a"])
    place = place_of(address)
    state = place.current()
    assert state
    object_store.file_system(address.partition(":")[0]).rm_file(place.catalog_path(state.number))  # type: ignore[attr-defined]
    assert catalog.fetch(place, state, tmp_path).is_file()
