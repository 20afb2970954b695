"""The one-file report: complete, self-contained, and a text in it is text."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.report import write_report
from dashboard_warehouse import HOSTILE, make_dashboard_warehouse
from flows import cli
from publishing import document_row
from tocsin import UsageError
from warehouse.store import publish, stage

#: Everything that the report is made of; whatever else stands in it came out of a text.
ELEMENTS = set(
    "html head meta title style body h1 h2 h3 p div b table thead tbody tr th td figure figcaption svg g path line rect text "
    "clippath defs lineargradient stop article blockquote mark small span".split()
)


class Elements(HTMLParser):
    """Collects the elements of a page with their attributes, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Elements:
    elements = Elements()
    elements.feed(page)
    return elements


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    make_dashboard_warehouse(folder)
    return folder


@pytest.fixture(scope="module")
def page(warehouse: Path) -> str:
    return write_report(warehouse, warehouse / "report.html").read_text(encoding="utf-8")


def test_report_has_charts_tables_and_marked_sentences(page: str) -> None:
    elements = read(page)
    names = [name for name, _ in elements.found]
    assert names.count("svg") == 2 and names.count("table") >= 5
    assert sum(attributes.get("class") == "sentence" for _, attributes in elements.found) == 25
    assert {"source", "trigger", "target"} <= {a.get("class") for name, a in elements.found if name == "mark"}
    assert "Russia, government -> Kazakhstan, government: " in elements.text


def test_report_fetches_and_runs_nothing(page: str) -> None:
    elements = read(page)
    assert {name for name, _ in elements.found} <= ELEMENTS
    for name, attributes in elements.found:
        assert not set(attributes) & {"src", "href", "xlink:href", "srcset", "data", "action"}, name
        assert not any(attribute.startswith("on") for attribute in attributes), name
    urls = re.findall(r"url\((.*?)\)", page)
    assert all(url.strip("\"'").startswith("#") for url in urls)
    assert "default-src 'none'" in page and "@import" not in page


def test_hostile_text_stands_in_the_report_as_text(page: str) -> None:
    assert HOSTILE in read(page).text
    assert "<script" not in page and "<img" not in page


def test_report_does_not_tell_where_the_warehouse_lies(page: str, warehouse: Path) -> None:
    assert str(warehouse.parent) not in page


def test_period_of_the_report(warehouse: Path, tmp_path: Path) -> None:
    out = write_report(warehouse, tmp_path / "part.html", date(2022, 1, 1), date(2022, 1, 31))
    text = read(out.read_text(encoding="utf-8")).text
    days = re.findall(r"(\d{4}-\d\d)-\d\d: ", text)
    assert days and set(days) == {"2022-01"}


def test_report_of_a_warehouse_without_events(tmp_path: Path) -> None:
    staging = stage(tmp_path, "empty")
    staging.write("documents", 0, [document_row("a", events=0)])
    publish(tmp_path, staging)
    text = write_report(tmp_path, tmp_path / "report.html").read_text(encoding="utf-8")
    assert "No events happened in this period." in text and "Why documents" not in text


def test_report_command(warehouse: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    result = CliRunner().invoke(
        cli.app, ["report", "--warehouse", str(warehouse), "--out", str(out), "--from", "2022-01-01"]
    )
    assert result.exit_code == 0 and out.is_file()
    missing = CliRunner().invoke(cli.app, ["report", "--warehouse", str(tmp_path / "none"), "--out", str(out)])
    assert missing.exit_code == 1


def test_report_that_cannot_be_written(warehouse: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        write_report(warehouse, tmp_path)
    with pytest.raises(UsageError, match="cannot be written"):
        write_report(warehouse, tmp_path / "none" / "report.html")


@pytest.mark.parametrize("command", [["dashboard"], ["report", "--out", "r.html"]])
def test_missing_extra_is_named(warehouse: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *_: None)
    result = CliRunner().invoke(cli.app, [*command, "--warehouse", str(warehouse)])
    assert result.exit_code == 2
    assert "pip install 'tocsin[dashboard]'" in result.stderr
