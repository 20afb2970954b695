"""Other data sets' layouts: what is exported comes back, and the known traps of their files do no harm."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from flows.cli import app
from publishing import document_row, event_values, sentence_row
from tocsin import DocumentError, UsageError
from warehouse import catalog
from warehouse.layout_reading import read_events
from warehouse.layouts import LAYOUTS, export
from warehouse.store import publish, stage

DAY = date(2022, 1, 9)
COLUMN_COUNTS = {"gdelt": 61, "gdelt1": 58, "icews": 20, "phoenix": 26, "polecat": 40}


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("layouts")
    changes: list[dict[str, object]] = [
        {},
        {"event_code": "010", "event_root": "01", "quad_class": 1, "goldstein": 0.0, "target_code": None},
        {"source_code": "COLREB", "source_country": "COL", "source_role": "REB", "source_text": "FARC\tand ELN"},
        {"place_name": "Saint-Étienne", "place_country": "FRA", "latitude": 45.43389, "longitude": 4.39},
        {"place_admin1": "Loire", "place_geonameid": 2980291, "goldstein": -0.3, "contexts": ("a", "b")},
        {"event_code": "1712", "event_root": "17", "quad_class": 4, "plover_type": None, "contexts": ()},
        {"realis": "future"},
    ]
    changes[1] |= {"target_name": None, "target_country": None, "target_role": None, "target_text": None}
    staging = stage(folder, "r")
    names = [f"d{n}" for n in range(len(changes))]
    staging.write("documents", 0, [document_row(name, url=f"https://news.test/{name}") for name in names])
    staging.write("sentences", 0, [sentence_row(name) for name in names])
    rows = [event_values(f"e{n}", f"d{n}", DAY, **change) for n, change in enumerate(changes)]
    staging.write("events", 0, rows)
    publish(folder, staging)
    return folder


def values(rows: list[dict[str, object]], columns: tuple[str, ...]) -> list[tuple[object, ...]]:
    return sorted((tuple(_plain(row[name]) for name in columns) for row in rows), key=repr)


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_comes_back_as_far_as_it_can_hold(warehouse: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out.txt"
    assert export(warehouse, name, out) == 6
    back = read_events(out, name)
    with catalog.connect(warehouse) as database:
        events = database.sql("FROM events").to_arrow_table().to_pylist()
    assert (back.skipped, back.repeated) == (0, 0)
    holds = LAYOUTS[name].holds
    assert values(back.table.to_pylist(), holds) == values(events, holds)


@pytest.mark.parametrize(("name", "count"), COLUMN_COUNTS.items())
def test_layout_has_its_columns(warehouse: Path, name: str, count: int) -> None:
    with catalog.connect(warehouse) as database:
        answer = catalog.ask(database, f"FROM {LAYOUTS[name].macro}()")
    assert (len(answer.columns), len(answer.rows)) == (count, 6)


def gdelt_line(**changes: str) -> str:
    names = [
        *("id", "day", "month", "year", "fraction"),
        *(f"{side}{n}" for side in ("actor1_", "actor2_") for n in range(10)),
        *("is_root", "code", "base", "root", "quad", "goldstein", "mentions", "sources", "articles", "tone"),
        *(f"geo{n}" for n in range(21)),
        *("added", "url"),
    ]
    given = {"id": "1", "day": "20130401", "code": "010", "root": "01", "quad": "1", "added": "20130401"} | changes
    return "\t".join(given.get(name, "") for name in names)


def test_gdelt_zeros_eaten_by_a_spreadsheet_are_put_back(tmp_path: Path) -> None:
    lines = [
        gdelt_line(id="1", code="10", root="1"),
        gdelt_line(id="2", code="10", root="10"),
        gdelt_line(id="3", code="42", root="4"),
        gdelt_line(id="4", code="211", root="2"),
        gdelt_line(id="5", code="190", root="19"),
    ]
    (tmp_path / "x.csv").write_text("\n".join(lines) + "\n")
    rows = read_events(tmp_path / "x.csv", "gdelt").table.to_pylist()
    codes = {row["event_id"]: (row["event_code"], row["event_root"]) for row in rows}
    assert codes == {
        "gdelt:1": ("010", "01"),
        "gdelt:2": ("10", "10"),
        "gdelt:3": ("042", "04"),
        "gdelt:4": ("0211", "02"),
        "gdelt:5": ("190", "19"),
    }


def test_gdelt_old_files_lack_the_address(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(gdelt_line().rpartition("\t")[0] + "\n")
    (row,) = read_events(tmp_path / "x.csv", "gdelt").table.to_pylist()
    assert row["event_date"] == date(2013, 4, 1) and row["document_id"] is None


def test_repeated_rows_go_and_repeated_ids_are_numbered(tmp_path: Path) -> None:
    lines = [gdelt_line(), gdelt_line(), gdelt_line(code="011")]
    (tmp_path / "x.csv").write_text("\n".join(lines) + "\n")
    read = read_events(tmp_path / "x.csv", "gdelt")
    assert sorted(read.table["event_id"].to_pylist()) == ["gdelt:1", "gdelt:1#2"]
    assert read.repeated == 1


def icews_file(tmp_path: Path, *rows: list[str], encoding: str = "utf-8") -> Path:
    header = (
        "Event ID;Event Date;Source Name;Source Sectors;Source Country;Event Text;CAMEO Code;Intensity;Target Name;"
        "Target Sectors;Target Country;Story ID;Sentence Number;Publisher;City;District;Province;Country;Latitude;Longitude"
    ).split(";")
    path = tmp_path / "events.tab"
    text = "\n".join("\t".join(line) for line in [header, *rows]) + "\n"
    path.write_bytes(text.encode(encoding))
    return path


def icews_row(**changes: str) -> list[str]:
    names = "id day source sectors country text code intensity target tsectors tcountry story number".split()
    names += "publisher city district province place lat long".split()
    given = {"id": "7", "day": "2014-03-02", "source": "X", "country": "France", "code": "42", "number": "1"} | changes
    return [given.get(name, "") for name in names]


def test_icews_codes_names_and_nothing_in_words(tmp_path: Path) -> None:
    row = icews_row(source='The "Group"', target="None", tcountry="NULL", sectors="Government,Executive", city="NA")
    (found,) = read_events(icews_file(tmp_path, row), "icews").table.to_pylist()
    assert (found["event_code"], found["source_name"], found["source_code"]) == ("042", 'The "Group"', "FRAGOV")
    assert (found["target_name"], found["target_code"], found["place_name"], found["sentence"]) == (None, None, None, 0)


def test_latin_1_lines_among_utf8_are_read(tmp_path: Path) -> None:
    path = icews_file(tmp_path, icews_row(source="Évo", id="1"))
    path.write_bytes(path.read_bytes() + "\t".join(icews_row(source="José", id="2")).encode("iso-8859-1") + b"\n")
    rows = read_events(path, "icews").table.to_pylist()
    assert {row["source_name"] for row in rows} == {"Évo", "José"}


def test_lines_of_another_width_are_skipped_and_counted(tmp_path: Path) -> None:
    path = icews_file(tmp_path, icews_row(), ["1", "broken"])
    read = read_events(path, "icews")
    assert (read.table.num_rows, read.skipped) == (1, 1)


def test_historical_phoenix_has_other_names(tmp_path: Path) -> None:
    names = (
        "eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,target_root,target_agent,"
    )
    names += "target_others,code,root_code,quad_class,goldstein,joined_issues,lat,lon,placename,statename,countryname,aid,process"
    row = "NYT_1,1/2/1980,1980,1,2,USAGOV,USA,GOV,,IRN,IRN,,,40,4,1,1.0,,,,,,,77,x"
    (tmp_path / "p.csv").write_text(f"{names}\n{row}\n")
    (found,) = read_events(tmp_path / "p.csv", "phoenix").table.to_pylist()
    assert (found["event_code"], found["event_date"], found["source_code"]) == ("040", date(1980, 1, 2), "USAGOV")
    assert found["target_country"] == "IRN"


def test_file_in_another_layout_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a\tb\n1\t2\n")
    with pytest.raises(DocumentError, match="no gdelt file"):
        read_events(tmp_path / "x.csv", "gdelt")
    with pytest.raises(UsageError, match="is no layout"):
        read_events(tmp_path / "x.csv", "acled")


def test_commands_export_and_import(warehouse: Path, tmp_path: Path) -> None:
    tsv, parquet = tmp_path / "x.tsv", tmp_path / "x.parquet"
    command = ["export", "--as", "gdelt", "--warehouse", str(warehouse), "--out", str(tsv)]
    assert CliRunner().invoke(app, command).exit_code == 0
    command = ["warehouse", "import", str(tsv), "--as", "gdelt", "--out", str(parquet)]
    assert CliRunner().invoke(app, command).output == "6 events\n"
    assert pq.read_table(parquet).num_rows == 6
