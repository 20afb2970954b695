"""Readers: every kind of input, every kind of bad input, and texts that come through unchanged."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coders.model import Document
from flows.readers import read_documents
from flows.records import Located
from flows.rejects import Reject
from tocsin import UsageError

SEED = Path(__file__).parents[1] / "seeds" / "000_57d8fd56beb8b51b.txt"
DAY = date(2022, 1, 9)
GOOD = {"id": "a", "date": "2022-01-09", "text": "Chad accused Sudan."}


def read(*inputs: object, day: date | None = None) -> list[Located | Reject]:
    return list(read_documents([str(name) for name in inputs], day))


def documents(*inputs: object, day: date | None = None) -> list[Document]:
    found = read(*inputs, day=day)
    assert all(isinstance(item, Located) for item in found), found
    return [item.document for item in found if isinstance(item, Located)]


def only_reject(*inputs: object, day: date | None = None) -> Reject:
    (item,) = read(*inputs, day=day)
    assert isinstance(item, Reject), item
    return item


def lines(path: Path, *values: Any) -> Path:
    path.write_text("".join((v if isinstance(v, str) else json.dumps(v)) + "\n" for v in values), encoding="utf-8")
    return path


# --- good input


def test_seed_is_read_whole_with_the_date_of_its_first_line() -> None:
    (document,) = documents(SEED)
    assert document.date == DAY
    assert document.text == SEED.read_bytes().decode()
    assert document.id == "000_57d8fd56beb8b51b"


def test_folder_calls_texts_by_their_path_and_leaves_hidden_files(tmp_path: Path) -> None:
    for name in ("b/x.txt", "a/x.txt", ".hidden.txt", ".git/y.txt", "z.2.txt.gz"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        data = b"date 2022-01-09 Chad accused Sudan."
        path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert [d.id for d in documents(tmp_path)] == ["z.2", "a/x", "b/x"]


def test_glob_is_expanded_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text("Text.")
    (tmp_path / "folder.txt").mkdir()
    assert [d.id for d in documents(tmp_path / "*.txt", day=DAY)] == ["a", "b"]


def test_json_lines_keep_optional_fields(tmp_path: Path) -> None:
    path = lines(tmp_path / "x", GOOD | {"title": "T", "url": "u", "source": "s", "language": "en", "more": 1}, "")
    assert documents(path) == [Document("a", DAY, GOOD["text"], "T", "u", "s", "en")]


def test_json_in_one_piece_is_read(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(json.dumps([GOOD, GOOD | {"id": "b"}], indent=1))
    (tmp_path / "one.json").write_text(json.dumps(GOOD | {"id": "c"}, indent=1))
    assert [d.id for d in documents(tmp_path)] == ["a", "b", "c"]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_tables_are_recognised_by_their_header(tmp_path: Path, delimiter: str) -> None:
    with (tmp_path / "x.dat").open("w", newline="") as stream:
        rows = csv.writer(stream, delimiter=delimiter)
        rows.writerows([["ID", "Date", "text", "title"], ["a", "2022-01-09", 'One,\r\n"two";\tthree|', ""]])
    assert documents(tmp_path / "x.dat") == [Document("a", DAY, 'One,\r\n"two";\tthree|')]


def test_parquet_takes_dates_times_and_whole_numbers(tmp_path: Path) -> None:
    for name, column in (("d", pa.array([DAY])), ("t", pa.array([datetime(2022, 1, 9, 5)])), ("s", ["2022-01-09"])):
        pq.write_table(pa.table({"id": [7], "date": column, "text": ["x"], "other": [1]}), tmp_path / name)
        assert documents(tmp_path / name) == [Document("7", DAY, "x")]


def test_packed_parquet_is_unpacked(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    pq.write_table(pa.table({"id": ["a"], "text": ["x"]}), buffer)
    (tmp_path / "x.parquet.gz").write_bytes(gzip.compress(buffer.getvalue()))
    assert documents(tmp_path / "x.parquet.gz", day=DAY) == [Document("a", DAY, "x")]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO(json.dumps(GOOD).encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(data)))  # type: ignore[arg-type]
    assert [d.id for d in documents("-")] == ["a"]


def test_given_date_is_for_texts_without_one(tmp_path: Path) -> None:
    path = lines(tmp_path / "x", GOOD, {"id": "b", "text": "x"}, {"id": "c", "text": "x", "date": ""})
    assert [d.date for d in documents(path, day=date(2000, 1, 1))] == [DAY, date(2000, 1, 1), date(2000, 1, 1)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_other_encodings_is_decoded(tmp_path: Path, encoding: str) -> None:
    text = "date 2022-01-09 Le président de l’Élysée a reçu la chancelière – “enfin”, dit-il. " * 3
    (tmp_path / "x.txt").write_bytes(text.encode(encoding))
    (tmp_path / "y.jsonl").write_bytes(json.dumps(GOOD | {"text": text}, ensure_ascii=False).encode(encoding))
    assert [d.text for d in documents(tmp_path)] == [text, text]


def test_single_line_in_another_encoding_is_mended(tmp_path: Path) -> None:
    data = [json.dumps(GOOD | {"id": str(n), "text": "Élysée " * 9}, ensure_ascii=False) for n in range(2)]
    (tmp_path / "x.jsonl").write_bytes(b"{}\n" * 100_000 + data[0].encode() + b"\n" + data[1].encode("cp1252"))
    assert [i.document.text for i in read(tmp_path / "x.jsonl") if isinstance(i, Located)] == ["Élysée " * 9] * 2


def test_large_document_is_read_like_any_other(tmp_path: Path) -> None:
    text = "Chad accused Sudan. " * 260_000
    with (tmp_path / "x.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows([["id", "date", "text"], ["a", "2022-01-09", text]])
    lines(tmp_path / "y.jsonl", GOOD | {"id": "b", "text": text})
    (tmp_path / "z.txt").write_text(text)
    assert {len(d.text) for d in documents(tmp_path, day=DAY)} == {len(text)}


def test_memory_stays_flat(tmp_path: Path) -> None:
    with (tmp_path / "x.jsonl").open("w") as stream:
        stream.writelines(json.dumps(GOOD | {"id": str(n), "text": "x" * 10_000}) + "\n" for n in range(2_000))
    tracemalloc.start()
    assert sum(1 for _ in read_documents([str(tmp_path)])) == 2_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4_000_000


# --- bad input


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ('{"id": "b", "text"', "broken_line"),
        ("[" * 100_000, "broken_line"),
        ("[1]", "wrong_type"),
        ("12", "wrong_type"),
        ({"date": "2022-01-09", "text": "x"}, "missing_field"),
        ({"id": "", "date": "2022-01-09", "text": "x"}, "missing_field"),
        ({"id": "b", "date": "2022-01-09"}, "missing_field"),
        ({"id": "b", "date": "2022-01-09", "text": None}, "missing_field"),
        ({"id": "b", "date": "2022-01-09", "text": 5}, "wrong_type"),
        ({"id": True, "date": "2022-01-09", "text": "x"}, "wrong_type"),
        ({"id": ["b"], "date": "2022-01-09", "text": "x"}, "wrong_type"),
        ({"id": "b", "date": 20220109, "text": "x"}, "wrong_type"),
        ({"id": "b", "date": "2022-01-09", "text": "x", "title": {}}, "wrong_type"),
        ({"id": "b", "date": "9 Jan 2022", "text": "x"}, "bad_date"),
        ({"id": "b", "date": "2022-02-30", "text": "x"}, "bad_date"),
        ({"id": "b", "text": "x"}, "no_date"),
        ({"id": "b", "date": "2022-01-09", "text": " \n"}, "empty"),
        ({"id": "b", "date": "2022-01-09", "text": "half \ud83d of a letter"}, "encoding"),
        (GOOD, "duplicate_id"),
    ],
)
def test_bad_line_is_a_reject_and_the_others_go_on(tmp_path: Path, values: Any, reason: str) -> None:
    path = lines(tmp_path / "x.jsonl", GOOD, values, GOOD | {"id": "c"})
    first, reject, last = read(path)
    assert isinstance(first, Located) and isinstance(last, Located)
    assert isinstance(reject, Reject)
    assert (reject.reason, reject.location, reject.input) == (reason, f"{path}:2", str(path))
    assert reject.detail and reject.remedy and "\n" not in str(reject)


def test_duplicate_names_the_place_of_the_first(tmp_path: Path) -> None:
    path = lines(tmp_path / "x.jsonl", GOOD, GOOD)
    reject = read(path)[1]
    assert isinstance(reject, Reject) and f"{path}:1" in reject.detail and reject.document_id == "a"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"date 2022-01-09 \n", "empty"),
        (b"date 2022-13-09 Text.", "bad_date"),
        (b"Text without a date.", "no_date"),
        (b"%PDF-1.7 text", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        (b"text" + b"\0" * 50, "binary"),
        (bytes(range(1, 256)) * 9, "binary"),
        (b"<!DOCTYPE html><html><p></p>", "empty"),
        (b'<?xml version="1.0"?><rss>', "empty"),
        (b'<?xml version="1.0"?><books><book>Text</book></books>', "unsupported"),
        (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><item><title>&a;</title></item></rss>', "unsafe"),
        (b'<!DOCTYPE Sentences [<!ENTITY a SYSTEM "file:///etc/passwd">]><Sentences/>', "unsafe"),
        (b"\x28\xb5\x2f\xfd1234", "unreadable"),
        (b"PAR1 but broken PAR1", "unreadable"),
        (gzip.compress(b"Text. " * 9999)[:-20], "unreadable"),
        (b"\x1f\x8bnot gzip", "unreadable"),
        (b"id,date,title\n1,2,3\n", "no_date"),
    ],
)
def test_bad_file_is_a_reject_and_the_others_go_on(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a").write_bytes(data)
    lines(tmp_path / "b.jsonl", GOOD)
    reject, good = read(tmp_path)
    assert isinstance(good, Located) and isinstance(reject, Reject)
    assert (reject.reason, reject.location) == (reason, f"{tmp_path / 'a'}:1")


@pytest.mark.parametrize(("name", "data"), [("x.jsonl", "\n\n"), ("x.csv", "id,date,text\n"), ("x.json", "[]")])
def test_file_without_a_document_is_a_reject(tmp_path: Path, name: str, data: str) -> None:
    (tmp_path / name).write_text(data)
    assert only_reject(tmp_path).reason == "empty"


def test_table_without_the_columns_names_those_it_has(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("number,body\n1,Text\n")
    pq.write_table(pa.table({"number": [1], "text": ["x"]}), tmp_path / "x.parquet")
    for reject in read(tmp_path):
        assert isinstance(reject, Reject) and reject.reason == "missing_field" and "number" in reject.detail


def test_broken_rows_of_a_table_are_rejects_at_their_line(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(
        'id,date,text\na,2022-01-09,"two\nlines"\nb,2022-01-09\nc,never,x\nd,2022-01-09,x\n'
    )
    found = read(tmp_path)
    places = [(i.reason, i.location.rpartition(":")[2]) for i in found if isinstance(i, Reject)]
    assert places == [("broken_line", "4"), ("bad_date", "5")]
    assert [i.document.id for i in found if isinstance(i, Located)] == ["a", "d"]


def test_parquet_rejects_rows_by_their_number(tmp_path: Path) -> None:
    rows = pa.table({"id": ["a", None, "c"], "date": ["2022-01-09"] * 3, "text": ["x", "y", None]})
    pq.write_table(rows, tmp_path / "x.parquet")
    rejects = [item for item in read(tmp_path) if isinstance(item, Reject)]
    assert [r.location.rpartition(":")[2] for r in rejects] == ["2", "3"]


def test_unreadable_file_is_a_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines(tmp_path / "x.jsonl", GOOD)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert only_reject(tmp_path / "x.jsonl").reason == "unreadable"


@pytest.mark.parametrize("names", [["nowhere"], ["no*"], [], ["-", "-"]])
def test_missing_input_is_a_usage_error_before_reading(tmp_path: Path, names: list[str]) -> None:
    good = lines(tmp_path / "x.jsonl", GOOD)
    inputs = [name if name == "-" else str(tmp_path / name) for name in names]
    with pytest.raises(UsageError):
        read_documents([str(good), *inputs] if inputs else [])


# --- properties

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield tmp_path_factory.mktemp("texts")


PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@PROPERTY
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_json_lines_give_texts_unchanged(folder: Path, texts: list[str]) -> None:
    path = lines(folder / "x.jsonl", *(GOOD | {"id": str(n), "text": text} for n, text in enumerate(texts)))
    assert [d.text for d in documents(path)] == texts


@PROPERTY
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_parquet_gives_texts_unchanged(folder: Path, texts: list[str]) -> None:
    ids = [str(n) for n in range(len(texts))]
    pq.write_table(pa.table({"id": ids, "text": texts}), folder / "x.parquet")
    assert [d.text for d in documents(folder / "x.parquet", day=DAY)] == texts


@PROPERTY
@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip), min_size=1)
)
def test_csv_gives_texts_unchanged(folder: Path, texts: list[str]) -> None:
    with (folder / "x.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([["id", "text"], *([str(n), text] for n, text in enumerate(texts))])
    assert [d.text for d in documents(folder / "x.csv", day=DAY)] == texts


@PROPERTY
@given(body=st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t")))
def test_plain_text_is_given_whole_so_that_offsets_hold(folder: Path, body: str) -> None:
    text = f" date 2022-01-09 Text {body}"
    (folder / "x.txt").write_bytes(text.encode())
    assert [(d.text, d.date) for d in documents(folder / "x.txt")] == [(text, DAY)]


@PROPERTY
@given(data=st.binary(max_size=300))
def test_any_bytes_are_documents_or_rejects(folder: Path, data: bytes) -> None:
    (folder / "x").write_bytes(data)
    for item in read(folder / "x", day=DAY):
        assert isinstance(item, Located | Reject)
