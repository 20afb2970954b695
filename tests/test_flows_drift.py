"""The drift alarm: it fires on a broken dictionary and stays quiet on normal runs."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from coders import Coder
from coders.model import CodedDocument, Document
from dictionaries.load import BUILT_IN, load
from fake_coder import FakeCoder
from flows.coding import load_coder
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


@pytest.mark.model
def test_alarm_fires_on_an_entry_with_a_wrong_code_and_is_quiet_on_normal_runs(tmp_path: Path) -> None:
    """Real dictionaries, of which one is broken: what accuses is filed under another act."""
    here = tmp_path / "dictionaries"
    shutil.copytree(BUILT_IN, here)
    entries = here / "verbs" / "11_disapprove.yaml"
    broken = re.sub(r'code: "11\d*"', 'code: "051"', entries.read_text(encoding="utf-8"))
    sound = load_coder()
    assert [run_news(tmp_path, day, sound).drift for day in (1, 2, 3)] == [(), (), ()]
    entries.write_text(broken, encoding="utf-8")
    drift = run_news(tmp_path, 4, Coder(load(here))).drift
    assert any(what.startswith("events with root 05") for what in drift)
    assert any(what.startswith("events with root 11") for what in drift)


NEWS = (
    "{a} accused {b} of breaking the ceasefire. The {b_} foreign minister visited {a}.",
    "Police in {a} arrested {n} union leaders. {b} condemned the arrests.",
    "{a} and {b} held talks on the border. {a} criticised the plan of {b}.",
    "The army of {a} shelled {n} villages in {b}. {b} blamed {a}.",
    "{a} sent {n} tons of food to {b}. {b} thanked {a}.",
)
LANDS = (("Chad", "Chadian"), ("Sudan", "Sudanese"), ("Kenya", "Kenyan"), ("Mali", "Malian"), ("Niger", "Nigerien"))


def run_news(folder: Path, day: int, coder: Coder) -> RunReport:
    """Runs some hundred texts of made-up news of a day."""
    path = folder / f"news-{day}.jsonl"
    with path.open("w") as lines:
        for n in range(150):
            (a, _), (b, b_) = LANDS[(n + day) % 5], LANDS[(n + 2 * day + n // 5 + 1) % 5]
            if a == b:
                continue
            text = NEWS[n % 5].format(a=a, b=b, b_=b_, n=n + 2 + day)
            lines.write(json.dumps({"id": f"{day}-{n}", "date": f"2022-03-0{day}", "text": text}) + "\n")
    return run_steps([str(path)], folder / "news", Workers(coder))


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
