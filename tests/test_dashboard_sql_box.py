"""SQL typed by a stranger: one SELECT is answered, everything else is refused by the engine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from dashboard import sql_box
from dashboard_warehouse import make_dashboard_warehouse
from tocsin import UsageError, WarehouseError
from warehouse import catalog


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("box")
    make_dashboard_warehouse(folder)
    (folder / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def database(warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with catalog.connect(warehouse, settings={"memory_limit": "1GB"}) as database:
        yield database


def data_file(warehouse: Path) -> Path:
    """Returns a file of the snapshot, which may be read."""
    return next((warehouse / "current" / "events").resolve().rglob("*.parquet"))


HARMLESS = [
    "SELECT 1",
    "SELECT 1;",
    "-- a comment\nFROM dyad_month LIMIT 3",
    "WITH t AS (SELECT 42 AS n) SELECT n FROM t",
    "FROM dyad_month(a := 'RUS', b := 'KAZ')",
    "FROM as_gdelt() LIMIT 1",
    "SELECT label FROM events JOIN codes USING (event_code) LIMIT 1",
    "SELECT * FROM (DESCRIBE events)",
    "VALUES (1)",
]


@pytest.mark.parametrize("query", HARMLESS)
def test_one_select_is_answered(database: duckdb.DuckDBPyConnection, query: str) -> None:
    assert sql_box.answer(database, query, 10).num_rows


def hostile() -> list[str]:
    """Returns statements that must not do what they say; FOLDER is the warehouse, ALLOWED a file that may be read."""
    writing = [
        "COPY (SELECT 1) TO 'FOLDER/out.csv'",
        "COPY (SELECT 1 AS a) TO 'ALLOWED' (FORMAT parquet)",
        "COPY events FROM 'ALLOWED'",
        "EXPORT DATABASE 'FOLDER/out'",
        "CREATE TABLE t (a INT)",
        "CREATE TEMP TABLE t AS SELECT 1",
        "CREATE OR REPLACE MACRO f() AS 1",
        "CREATE SECRET s (TYPE s3, KEY_ID 'a', SECRET 'b')",
        "INSERT INTO countries VALUES ('A', 'A', 'A', 1, 1)",
        "UPDATE countries SET name = 'x'",
        "DELETE FROM countries",
        "DROP VIEW events",
        "TRUNCATE countries",
        "ALTER TABLE countries ADD COLUMN x INT",
        "VACUUM",
        "CHECKPOINT",
        "ATTACH 'FOLDER/other.duckdb'",
        "ATTACH ':memory:' AS other",
        "DETACH memory",
        "USE memory",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "RESET lock_configuration",
        "PRAGMA database_list",
        "PRAGMA enable_profiling",
        "CALL pragma_version()",
        "EXPLAIN ANALYZE SELECT 1",
        "PREPARE p AS SELECT 1",
        "BEGIN",
        "SELECT 1; SELECT 2",
        "SELECT 1; COPY (SELECT 1) TO 'FOLDER/out.csv'",
        "",
        "-- nothing",
        "SELEC 1",
    ]
    hidden = [f"WITH t AS ({statement}) SELECT * FROM t" for statement in writing[:24]] + [
        "WITH t AS (COPY (SELECT 1) TO 'FOLDER/out.csv') SELECT 1",
        "SELECT * FROM (COPY (SELECT 1) TO 'FOLDER/out.csv')",
        "SELECT * FROM query('COPY (SELECT 1) TO ''FOLDER/out.csv''')",
        "SELECT * FROM query('WITH t AS (COPY (SELECT 1 AS a) TO ''ALLOWED'') SELECT 1')",
        "WITH t AS MATERIALIZED (INSERT INTO countries VALUES ('A','A','A',1,1) RETURNING *) SELECT * FROM t",
        "SELECT (SELECT * FROM query('ATTACH ''FOLDER/x.duckdb'''))",
    ]
    reading = [
        "FROM read_csv('FOLDER/secret.csv')",
        "FROM 'FOLDER/secret.csv'",
        "FROM read_text('FOLDER/secret.csv')",
        "FROM read_blob('FOLDER/secret.csv')",
        "FROM read_json('FOLDER/secret.csv')",
        "FROM read_parquet('FOLDER/*.parquet')",
        "FROM glob('FOLDER/*')",
        "FROM read_csv('/etc/passwd')",
        "FROM read_text('/proc/self/environ')",
        "FROM read_parquet('http://127.0.0.1:9/x.parquet')",
        "FROM read_csv('s3://bucket/x.csv')",
        "FROM sqlite_scan('FOLDER/x.db', 't')",
        "WITH t AS (FROM read_csv('FOLDER/secret.csv')) SELECT * FROM t",
        "SELECT * FROM query('FROM read_csv(''FOLDER/secret.csv'')')",
        "FROM query_table('FOLDER/secret.csv')",
        "FROM sniff_csv('FOLDER/secret.csv')",
        "FROM parquet_metadata('FOLDER/x.parquet')",
        "SELECT getenv('HOME')",
        "FROM statements",
    ]
    return writing + hidden + reading


def prints(folder: Path) -> dict[str, str]:
    """Returns the hashes of all files in a folder by name."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("query", hostile())
def test_hostile_statement_is_refused_and_leaves_no_trace(
    database: duckdb.DuckDBPyConnection, warehouse: Path, query: str
) -> None:
    before = prints(warehouse)
    meant = query.replace("FOLDER", str(warehouse)).replace("ALLOWED", str(data_file(warehouse)))
    with pytest.raises(UsageError):
        sql_box.answer(database, meant, 10)
    assert prints(warehouse) == before


@pytest.mark.parametrize("query", ["PIVOT events ON quad_class", "PIVOT events ON quad_class USING count(*)"])
def test_pivot_is_refused_though_harmless(database: duckdb.DuckDBPyConnection, query: str) -> None:
    with pytest.raises(UsageError, match="one SELECT"):
        sql_box.answer(database, query, 10)


@pytest.mark.parametrize("query", hostile())
def test_engine_alone_refuses_it_too(database: duckdb.DuckDBPyConnection, warehouse: Path, query: str) -> None:
    """Without the look at the kind of statement, the query inside a query still refuses it."""
    before = prints(warehouse)
    meant = query.replace("FOLDER", str(warehouse)).replace("ALLOWED", str(data_file(warehouse)))
    with pytest.raises(duckdb.Error):
        database.sql("SELECT * FROM query(?)", params=[meant]).fetchall()
    assert prints(warehouse) == before


def test_kind_of_statement_is_not_enough(database: duckdb.DuckDBPyConnection) -> None:
    """DuckDB takes a COPY in a CTE for a SELECT: this is why there is more than that look."""
    (statement,) = database.extract_statements("WITH t AS (COPY (SELECT 1) TO 'f') SELECT 1")
    assert statement.type == duckdb.StatementType.SELECT


def test_box_answers_in_a_process_of_its_own(warehouse: Path) -> None:
    result = sql_box.ask(str(warehouse), None, "SELECT source_code, contexts FROM events ORDER BY ALL", limit=5)
    assert result.more and result.rows.num_rows == 5
    settings = (
        "SELECT name, value FROM duckdb_settings() WHERE name IN ('memory_limit', 'lock_configuration', 'access_mode')"
    )
    rows = {row["name"]: row["value"] for row in sql_box.ask(str(warehouse), None, settings).rows.to_pylist()}
    assert rows["lock_configuration"] == "true" and rows["memory_limit"].startswith("953")


def test_box_says_what_is_wrong(warehouse: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nonsense"):
        sql_box.ask(str(warehouse), None, "FROM nonsense")
    with pytest.raises(WarehouseError, match="no warehouse"):
        sql_box.ask(str(tmp_path), None, "SELECT 1")


@pytest.mark.outside
@pytest.mark.parametrize(
    "query",
    [
        "SELECT count(*) FROM range(100000000000) a, range(1000) b",
        "SELECT repeat('x', 4000000000)",
        "SELECT list(a) FROM range(400000000) t(a)",
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t",
    ],
)
def test_box_stops_what_takes_too_much(warehouse: Path, query: str) -> None:
    with pytest.raises(UsageError):
        sql_box.ask(str(warehouse), None, query, seconds=3)
    assert sql_box.ask(str(warehouse), None, "SELECT 1").rows.num_rows == 1
