"""The drift alarm: it fires on a broken dictionary and stays quiet on normal runs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from coders.model import CodedDocument, Document
from fake_coder import FakeCoder
from flows.drift import Share, _differs
from flows.pipeline import DriftBand, run_steps
from flows.report import RunReport, summary
from flows.workers import Workers
from publishing import current_rows
from tocsin import DriftError


class Broken(FakeCoder):
    """Codes everything as a statement, as after a line too many in a dictionary."""

    dictionary_version = "broken"

    def analyse(self, document: Document) -> CodedDocument:
        result = super().analyse(document)
        return replace(result, events=tuple(replace(e, event_code="010", event_root="01") for e in result.events))


def run(folder: Path, day: int, coder: object = None, band: DriftBand | None = None, broken: int = 0) -> RunReport:
    path = folder / f"{day}.jsonl"
    lines = [
        {
            "id": f"{day}-{n}",
            "date": f"2022-01-0{day}",
            "text": f"Chad attacks Sudan. Mali rests. Number {n} attacks {day}.",
        }
        for n in range(60)
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines) + "{broken\n" * broken)
    return run_steps([str(path)], folder / "wh", Workers(coder or FakeCoder()), band=band)  # type: ignore[arg-type]


def test_alarm_is_quiet_on_normal_runs(tmp_path: Path) -> None:
    assert [run(tmp_path, day).drift for day in (1, 2, 3)] == [(), (), ()]


def test_alarm_fires_on_a_broken_dictionary_and_marks_the_run(tmp_path: Path) -> None:
    run(tmp_path, 1)
    report = run(tmp_path, 2, Broken())
    assert "events with root 01: 100% of 120, 0% in the runs before" in report.drift
    assert current_rows(tmp_path / "wh")["runs"][-1]["drift"] == list(report.drift)
    assert "## Unlike the runs before" in summary(report)
    assert run(tmp_path, 3).drift == ()  # the marked run is no measure


def test_alarm_fires_on_many_rejects(tmp_path: Path) -> None:
    run(tmp_path, 1)
    assert any(what.startswith("rejects: ") for what in run(tmp_path, 2, broken=60).drift)


def test_run_beyond_the_band_is_not_published_if_so_configured(tmp_path: Path) -> None:
    run(tmp_path, 1)
    before = current_rows(tmp_path / "wh")
    with pytest.raises(DriftError, match="was not published: events with root 01"):
        run(tmp_path, 2, Broken(), DriftBand(publish=False))
    after = current_rows(tmp_path / "wh")
    assert {name: rows for name, rows in after.items() if name != "runs"} == {
        name: rows for name, rows in before.items() if name != "runs"
    }
    assert [bool(row["drift"]) for row in after["runs"]] == [False, True]
    assert not list((tmp_path / "wh" / "staging").iterdir())
    assert run(tmp_path, 2).drift == () and len(current_rows(tmp_path / "wh")["documents"]) == 120


def test_small_runs_do_not_alarm_by_chance() -> None:
    assert not _differs(Share(0.5, 10), Share(0.2, 5_000), 0.1)
    assert _differs(Share(0.5, 1_000), Share(0.2, 5_000), 0.1)
    assert not _differs(Share(0.5, 0), Share(0.2, 5_000), 0.1)
