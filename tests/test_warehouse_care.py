"""Care of a warehouse: damage is found, tables are compacted, moved and compared, editions stand side by side."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from flows.cli import app
from publishing import current_rows, document_row, event_values, publish_documents, sentence_row
from tocsin import UsageError, WarehouseError
from warehouse import catalog
from warehouse.caring import compact, relocate
from warehouse.checking import check
from warehouse.comparing import compare
from warehouse.fields import SCHEMA_VERSION, TABLES, arrow_schema
from warehouse.store import alive, current_snapshot, new_edition, publish, stage

NAMES = [f"d{n}" for n in range(12)]
Change = Callable[[pa.Table], pa.Table]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound") / "wh"
    publish_documents(str(folder), "r", NAMES)
    return folder


@pytest.fixture
def warehouse(sound: Path, tmp_path: Path) -> Path:
    shutil.copytree(sound, tmp_path / "wh", symlinks=True)
    relocate(tmp_path / "wh")
    return tmp_path / "wh"


def file_of(warehouse: Path, table: str = "events") -> Path:
    return sorted((warehouse / "current").resolve().glob(f"{table}/year=2021/*.parquet"))[0]


def rewrite(path: Path, change: Change) -> None:
    """Writes a file anew with other rows, under its old name."""
    table = change(pq.read_table(path, partitioning=None))
    pq.write_table(table.replace_schema_metadata(arrow_schema(path.parts[-3]).metadata), path)


def with_value(column: str, value: object, row: int = 0) -> Change:
    def change(table: pa.Table) -> pa.Table:
        values = table[column].to_pylist()
        values[row] = value
        index = table.schema.get_field_index(column)
        return table.set_column(index, table.schema.field(index), pa.array(values, table.schema.field(index).type))

    return change


def damage_manifest(warehouse: Path) -> None:
    path = (warehouse / "current").resolve() / "manifest.json"
    content = json.loads(path.read_text())
    content["files"][0]["row_count"] += 1
    path.write_text(json.dumps(content))


def flip_bytes(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:120] = bytes(20)
    path.write_bytes(data)


DAMAGE: Mapping[str, Callable[[Path], object]] = {
    "missing_file": lambda wh: file_of(wh).unlink(),
    "unknown_file": lambda wh: shutil.copy(file_of(wh), file_of(wh).with_name("copy.parquet")),
    "unreadable": lambda wh: file_of(wh).write_bytes(file_of(wh).read_bytes()[:-9]),
    "changed_bytes": lambda wh: flip_bytes(file_of(wh)),
    "schema": lambda wh: rewrite(file_of(wh), lambda table: table.drop_columns(["rule_id"])),
    "row_count": damage_manifest,
    "wrong_year": lambda wh: rewrite(file_of(wh), with_value("published_on", date(1999, 1, 1))),
    "unsorted": lambda wh: rewrite(file_of(wh), lambda table: table.take(list(reversed(range(table.num_rows))))),
    "duplicate_id": lambda wh: rewrite(file_of(wh), lambda table: table.take([0, 0, *range(2, table.num_rows)])),
    "orphan": lambda wh: rewrite(file_of(wh, "documents"), lambda table: table.slice(1)),
    "value": lambda wh: rewrite(file_of(wh), with_value("realis", "perhaps")),
    "rollup": lambda wh: rewrite(file_of(wh, "dyad_month"), with_value("event_count", 99)),
    "catalog": lambda wh: ((wh / "current").resolve() / "catalog.duckdb").unlink(),
    "leftover": lambda wh: (wh / "editions/main/snapshots/9").mkdir(),
}


def test_sound_warehouse_has_no_damage(warehouse: Path) -> None:
    assert list(check(warehouse)) == []
    result = CliRunner().invoke(app, ["warehouse", "check", "--warehouse", str(warehouse)])
    assert (result.exit_code, result.output) == (0, "no damage found\n")


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_found(warehouse: Path, kind: str) -> None:
    DAMAGE[kind](warehouse)
    found = list(check(warehouse))
    assert kind in {damage.kind for damage in found}
    assert all(damage.where and damage.what and damage.remedy for damage in found)


def test_damage_is_printed_with_exit_code_1(warehouse: Path) -> None:
    DAMAGE["rollup"](warehouse)
    result = CliRunner().invoke(app, ["warehouse", "check", "--warehouse", str(warehouse)])
    assert result.exit_code == 1 and "rollup: dyad_month" in result.output and "faults" in result.output


def test_remains_of_a_killed_run_are_found_and_cleared(warehouse: Path) -> None:
    (warehouse / "staging" / "dead").mkdir(parents=True)
    (warehouse / "staging" / "dead.lock").touch()
    assert [damage.kind for damage in check(warehouse)] == ["leftover"]
    publish_documents(str(warehouse), "r2", NAMES[:1])
    assert list(check(warehouse)) == []


def test_compact_mends_rollups_and_drops_old_states(warehouse: Path) -> None:
    before = current_rows(warehouse)
    publish_documents(str(warehouse), "r2", ["other"])
    publish_documents(str(warehouse), "r3", NAMES)
    DAMAGE["rollup"](warehouse)
    compact(warehouse)
    assert list(check(warehouse)) == []
    assert len(list((warehouse / "editions/main/snapshots").iterdir())) == 1
    rows = current_rows(warehouse)
    assert [row for row in rows["events"] if row["document_id"] != "other"] == before["events"]
    compact(warehouse)
    assert current_rows(warehouse) == rows


def test_files_of_an_older_schema_are_written_anew(warehouse: Path) -> None:
    snapshot = (warehouse / "current").resolve()
    before = current_rows(warehouse)["events"]
    for path in snapshot.glob("events/year=*/*.parquet"):
        table = pq.read_table(path, partitioning=None).drop_columns(["trace"])
        pq.write_table(table.replace_schema_metadata({"schema_version": "1"}), path)
    for name in ("manifest.json", "catalog.duckdb"):
        (snapshot / name).unlink()
    for table in ("dyad_month", "country_month", "code_day", "coverage"):
        shutil.rmtree(snapshot / table)
    assert "schema" in {damage.kind for damage in check(warehouse)}
    publish_documents(str(warehouse), "r2", NAMES[:1])
    assert list(check(warehouse)) == []
    after = current_rows(warehouse)["events"]
    assert [row | {"trace": None} for row in after] == [row | {"trace": None} for row in before]
    assert [row["document_id"] for row in after if row["trace"]] == NAMES[:1]


def test_moved_warehouse_asks_for_relocation(warehouse: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    warehouse.rename(moved)
    with pytest.raises(WarehouseError, match="relocate"):
        catalog.connect(moved)
    result = CliRunner().invoke(app, ["warehouse", "relocate", "--warehouse", str(moved)])
    assert result.exit_code == 0 and "catalog.duckdb" in result.output
    with catalog.connect(moved) as database:
        assert catalog.ask(database, "SELECT count(*) FROM events").rows == ((12,),)


def test_state_of_an_older_schema_can_be_asked_for_columns_that_it_lacks(warehouse: Path) -> None:
    snapshot = (warehouse / "current").resolve()
    for path in snapshot.glob("events/year=*/*.parquet"):
        pq.write_table(pq.read_table(path, partitioning=None).drop_columns(["trace"]), path)
    path = snapshot / "manifest.json"
    path.write_text(path.read_text().replace(f'"schema_version": "{SCHEMA_VERSION}"', '"schema_version": "1"'))
    relocate(warehouse)
    with catalog.connect(warehouse) as database:
        asked = "SELECT count(*), count(trace), count(event_id), min(year) FROM events"
        assert catalog.ask(database, asked).rows == ((12, 0, 12, 2020),)


# --- editions


@pytest.fixture
def two_editions(warehouse: Path) -> Path:
    assert new_edition(warehouse) == "main-2"
    staging = stage(warehouse, "recoded")
    with alive(staging):
        days = {str(row["document_id"]): row["published_on"] for row in current_rows(warehouse)["documents"]}
        for name, day in days.items():
            assert isinstance(day, date)
            number = NAMES.index(name)
            staging.write("documents", number, [document_row(name, day, int(name != "d0"))])
            staging.write("sentences", number, [sentence_row(name, day)])
            changes = {"event_code": "042"} if name == "d1" else {"target_code": "RUSMIL"} if name == "d2" else {}
            if name != "d0":
                staging.write("events", number, [event_values(f"e-{name}", name, day, **changes)])
        publish(warehouse, staging, "main-2")
    return warehouse


def test_newest_edition_is_shown_and_older_ones_have_names(two_editions: Path) -> None:
    with catalog.connect(two_editions) as database:
        query = "SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM edition_main.events), edition FROM about"
        assert catalog.ask(database, query).rows == ((11, 12, "main-2"),)
    with catalog.connect(two_editions, "main") as database:
        assert catalog.ask(database, "SELECT sum(event_count) FROM dyad_month()").rows == ((12,),)
    result = CliRunner().invoke(app, ["warehouse", "editions", "--warehouse", str(two_editions)])
    assert result.output == "main\nmain-2\n"
    with pytest.raises(WarehouseError, match="there is no edition 'other'"):
        catalog.connect(two_editions, "other")


def test_run_after_a_new_edition_leaves_the_old_one_alone(two_editions: Path) -> None:
    old = current_snapshot(two_editions).parents[2] / "main" / "current"  # type: ignore[union-attr]
    before = {path.name: path.read_bytes() for path in old.resolve().rglob("*.parquet")}
    publish_documents(str(two_editions), "r9", ["new"])
    assert {path.name: path.read_bytes() for path in old.resolve().rglob("*.parquet")} == before
    assert new_edition(two_editions) == "main-3"
    assert list(check(two_editions)) == list(check(two_editions, "main")) == []


def test_diff_tells_gained_lost_and_changed(two_editions: Path) -> None:
    found = compare(two_editions, "main", "main-2")
    numbers = {t.table: (t.gained, t.lost, t.changed, t.same) for t in found.tables}
    assert numbers == {"documents": (0, 0, 1, 11), "sentences": (0, 0, 0, 12), "events": (0, 1, 2, 9)}
    assert sorted(found.by_code.rows, key=repr) == [("040", "042", 1), ("040", None, 1)]
    dyads = [("KAZGOV", "RUSGOV", "KAZGOV", "RUSMIL", 1), ("KAZGOV", "RUSGOV", None, None, 1)]
    assert sorted(found.by_dyad.rows, key=repr) == dyads
    result = CliRunner().invoke(app, ["warehouse", "diff", "main", "main-2", "--warehouse", str(two_editions)])
    assert result.exit_code == 0 and "RUSMIL" in result.output


def test_edition_needs_a_plain_name(warehouse: Path) -> None:
    with pytest.raises(UsageError, match="cannot name an edition"):
        publish(warehouse, stage(warehouse, "r"), "../x")


# --- rollups


def test_rollups_add_up_events_of_several_years(tmp_path: Path) -> None:
    staging = stage(tmp_path, "r")
    day = date(2022, 1, 30)
    late = event_values("late", "d2", date(2022, 2, 1)) | {"published_on": date(2023, 1, 1), "goldstein": -0.3}
    rows = [
        event_values("a", "d1", day, goldstein=0.1),
        event_values("b", "d1", day, mirror_of="a", goldstein=0.2),
        late,
    ]
    staging.write("events", 0, [*rows, event_values("f", "d1", day, realis="future")])
    staging.write("documents", 0, [document_row("d1", day, 3), document_row("d2", date(2023, 1, 1))])
    reject = {"input": "x", "location": "x:1", "reason": "empty", "detail": "d", "remedy": "r", "source": "wire"}
    staging.write("rejects", 0, [reject | {"published_on": day}, reject | {"location": "x:2", "source": None}])
    publish(tmp_path, staging)
    with catalog.connect(tmp_path) as database:
        month = catalog.ask(
            database, "SELECT month, event_count, once_count, sum_goldstein FROM dyad_month ORDER BY ALL"
        )
        assert month.rows == ((date(2022, 1, 1), 2, 1, 0.3), (date(2022, 2, 1), 1, 1, -0.3))
        query = "SELECT source_country, sum(event_count), any_value(cow_number) FROM country_month GROUP BY ALL"
        assert catalog.ask(database, query).rows == (("KAZ", 3, 705),)
        days = catalog.ask(database, "SELECT event_date, event_code, event_count FROM code_day ORDER BY ALL").rows
        assert days == ((day, "040", 2), (date(2022, 2, 1), "040", 1))
        query = "SELECT source, published_on, document_count, coded_count, reject_count FROM coverage ORDER BY ALL"
        assert catalog.ask(database, query).rows == (
            ("wire", day, 2, 1, 1),
            ("wire", date(2023, 1, 1), 1, 1, 0),
            (None, None, 1, 0, 1),
        )


def test_rollups_of_unchanged_years_are_linked(warehouse: Path) -> None:
    inode = file_of(warehouse, "dyad_month").stat().st_ino
    staging = stage(warehouse, "r2")
    staging.write("documents", 0, [document_row("x", date(2030, 1, 1), 0)])
    publish(warehouse, staging)
    assert file_of(warehouse, "dyad_month").stat().st_ino == inode
    assert {path.parts[-3] for path in (warehouse / "current").glob("*/year=2030/*")} == {"documents", "coverage"}


def test_every_table_is_in_the_catalog(warehouse: Path) -> None:
    with catalog.connect(warehouse) as database:
        names = {
            row[0] for row in catalog.ask(database, "SELECT view_name FROM duckdb_views() WHERE NOT internal").rows
        }
    assert set(TABLES) <= names


def test_nothing_is_added_to_an_older_edition(two_editions: Path) -> None:
    with pytest.raises(WarehouseError, match="main-2 is newer"):
        publish(two_editions, stage(two_editions, "r"), "main")
    compact(two_editions)
    assert list(check(two_editions)) == list(check(two_editions, "main")) == []


def test_catalog_is_opened_twice_in_one_process(warehouse: Path) -> None:
    with catalog.connect(warehouse) as one, catalog.connect(warehouse) as other:
        count = "SELECT count(*) FROM events"
        assert catalog.ask(one, count).rows == catalog.ask(other, count).rows == ((12,),)
