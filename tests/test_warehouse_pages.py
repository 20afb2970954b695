"""The pages about the warehouse say what is true: queries give the outputs shown, snippets run."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from queries_page import PAGE, filled, make_warehouse
from warehouse import catalog
from warehouse.layouts import LAYOUTS

DOCS = Path(__file__).parents[1] / "docs"
SNIPPETS = re.findall(r"```python\n(.*?)```", (DOCS / "opening.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    make_warehouse(folder)
    return folder


def test_queries_give_the_outputs_on_the_page(warehouse: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert filled(page, warehouse) == page, "run `python tests/queries_page.py`"


def test_page_names_every_macro_and_view(warehouse: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    names = "SELECT DISTINCT function_name FROM duckdb_functions() WHERE schema_name = 'main' AND NOT internal"
    views = "SELECT view_name FROM duckdb_views() WHERE NOT internal AND view_name NOT LIKE '%_parts'"
    with catalog.connect(warehouse) as database:
        found = [row[0] for query in (names, views) for row in catalog.ask(database, query).rows]
    assert len(found) > 25
    assert [name for name in found if name not in page] == []


@pytest.mark.parametrize("number", range(len(SNIPPETS)))
def test_snippets_of_opening_run(warehouse: Path, number: int) -> None:
    names: dict[str, object] = {"folder": str(warehouse)}
    exec(SNIPPETS[number], names)
    results = [names[name] for name in ("monthly", "dyad", "series", "rows") if name in names]
    assert results and all(len(result) for result in results)  # type: ignore[arg-type]


def test_catalog_works_in_a_plain_session_from_any_folder(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with duckdb.connect(warehouse / "catalog.duckdb", read_only=True) as database:
        assert database.execute("SELECT count(*) FROM dyad_month(a := 'RUS')").fetchone() != (0,)


def test_layouts_page_tells_of_each(warehouse: Path) -> None:
    page = (DOCS / "layouts.md").read_text(encoding="utf-8")
    assert [name for name, layout in LAYOUTS.items() if f"`{name}`" not in page or layout.macro not in page] == []


def test_panel_has_zeros_only_where_there_was_coverage(warehouse: Path) -> None:
    with catalog.connect(warehouse) as database:
        covered = "SELECT count(DISTINCT published_on) FROM documents"
        query = f"SELECT count(*), sum(event_count), ({covered}) FROM panel('RUSGOV', 'KAZGOV')"
        ((rows, events, days),) = catalog.ask(database, query).rows
        count = (
            "SELECT count(*) FROM events WHERE (source_code, target_code) "
            "IN (('RUSGOV', 'KAZGOV'), ('KAZGOV', 'RUSGOV'))"
        )
        assert (rows, events) == (2 * days, catalog.ask(database, count).rows[0][0])


def test_escalation_is_the_z_score_of_the_months_before(warehouse: Path) -> None:
    with catalog.connect(warehouse) as database:
        rows = catalog.ask(database, "SELECT sum_goldstein, z_score FROM escalation('RUS', 'UKR', months := 4)").rows
    from statistics import mean, stdev

    sums = [row[0] for row in rows]
    for n in range(4, len(rows)):
        before = sums[n - 4 : n]
        if len(set(before)) > 1:
            assert rows[n][1] == pytest.approx((sums[n] - mean(before)) / stdev(before))
    assert rows[1][1] is None
