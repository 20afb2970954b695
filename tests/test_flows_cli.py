"""The command line: what it prints, and its exit codes."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import typer.main
from typer.testing import CliRunner, Result

from fake_coder import FakeCoder
from flows import coding
from flows.cli import app
from flows.layers import VARIABLE
from flows.pipeline import run_steps
from flows.workers import Workers
from tocsin import UsageError
from warehouse import catalog

TEXT = {"id": "a", "date": "2022-01-09", "text": "Chad attacks Sudan. Nothing else."}


@pytest.fixture(autouse=True)
def fake_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coding, "load_coder", FakeCoder)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps(TEXT) + "\n{broken\n" + json.dumps(TEXT | {"id": "b", "text": "EXPLODE"}) + "\n")
    return path


def tocsin(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def warehouse(tmp_path: Path, news: Path) -> Path:
    run_steps([str(news)], tmp_path / "wh", Workers(FakeCoder()))  # type: ignore[arg-type]
    return tmp_path / "wh"


def commands(command: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from commands(child, (*path, name))


@pytest.mark.parametrize(("path", "command"), list(commands(typer.main.get_command(app))))
def test_every_command_has_help_with_an_example(path: tuple[str, ...], command: object) -> None:
    assert getattr(command, "epilog", None), path
    result = tocsin(*path, "--help")
    assert result.exit_code == 0 and f"Example: tocsin {' '.join(path)}".strip() in result.output


def test_help_takes_less_than_a_second() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "flows.cli", "--help"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    result = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[1], check=True)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 1
    for heavy in ("prefect", "spacy", "duckdb", "pyarrow", "coders.coder"):
        assert f" {heavy}\n" not in result.stderr, heavy


def test_version_is_printed() -> None:
    assert tocsin("--version").output.startswith("tocsin 0.")


def test_code_prints_json_lines_and_rejects(news: Path) -> None:
    result = tocsin("code", news)
    assert result.exit_code == 0
    (event,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (event["source_text"], event["target_text"], event["document_id"]) == ("Chad", "Sudan", "a")
    broken, exploded = result.stderr.splitlines()
    assert broken.startswith(f"rejected {news}:2: the JSON is broken")
    assert exploded == f"rejected {news}:3: could not be coded: ValueError: boom (report it with the document)"


def test_code_reads_standard_input() -> None:
    result = tocsin("code", "-", "--date", "2020-02-02", stdin="Chad attacks Sudan.")
    assert json.loads(result.stdout)["published_on"] == "2020-02-02"


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_code_writes_by_suffix_and_prints_nothing(news: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"out{suffix}"
    result = tocsin("code", news, "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert pq.read_table(out).num_rows == 1 if suffix == ".parquet" else b"190" in out.read_bytes()


def test_code_fails_if_nothing_was_coded(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("No date.")
    result = tocsin("code", tmp_path)
    assert result.exit_code == 1 and "--date" in result.stderr


def test_many_rejects_are_counted_not_printed(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("{broken\n" * 250)
    lines = tocsin("code", tmp_path).stderr.splitlines()
    assert (len(lines), lines[-1]) == (101, "rejected 250 in all: 250 broken_line")


@pytest.mark.parametrize(
    "arguments",
    [
        ("code",),
        ("code", "nowhere.txt"),
        ("code", ".", "--out", "x.xlsx"),
        ("code", ".", "--date", "9 Jan"),
        ("code", ".", "--workers", "0"),
        ("code", ".", "--nonsense"),
        ("nonsense",),
        ("run", "nowhere.txt", "--warehouse", "wh"),
        ("run", "."),
        ("explain", " "),
        ("explain", "0123456789abcdef0123"),
    ],
)
def test_bad_usage_exits_with_two(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = tocsin(*arguments)
    assert result.exit_code == 2 and "Traceback" not in result.stderr
    assert not list(tmp_path.iterdir())


def test_fault_is_one_line_with_the_remedy(tmp_path: Path) -> None:
    result = tocsin("sql", "SELECT 1", "--warehouse", tmp_path)
    assert result.exit_code == 1
    assert (
        result.stderr == f"tocsin: {tmp_path}: there is no warehouse (make one by `tocsin run INPUT --warehouse DIR`)\n"
    )


def test_sql_prints_a_table(warehouse: Path) -> None:
    result = tocsin("sql", "SELECT source_text, target_name FROM events", "--warehouse", warehouse)
    assert result.exit_code == 0 and "Chad" in result.output and "source_text" in result.output


def test_sql_cannot_write(warehouse: Path) -> None:
    result = tocsin("sql", "DROP VIEW events", "--warehouse", warehouse)
    assert result.exit_code == 2 and "one SELECT" in result.stderr


def test_sql_prompt_goes_on_after_a_faulty_statement(warehouse: Path) -> None:
    result = tocsin("sql", "--warehouse", warehouse, stdin="SELEC\n\nSELECT 6 * 7 AS answer;\nquit\nSELECT 'no'\n")
    assert result.exit_code == 0 and "42" in result.output and "no" not in result.stdout


def test_explain_traces_a_sentence() -> None:
    result = tocsin("explain", "Chad accused Sudan.", "--date", "2022-01-09")
    assert result.output == "trace of Chad accused Sudan. on 2022-01-09\n"


def test_explain_shows_what_was_stored_with_an_event(warehouse: Path) -> None:
    with catalog.connect(warehouse) as database:
        ((name, trace),) = catalog.ask(database, "SELECT event_id, trace FROM events ORDER BY ALL LIMIT 1").rows
        stored = catalog.ask(database, f"SELECT trace FROM event_trace('{name}')").rows
    lines = tocsin("explain", name, "--warehouse", warehouse).output.splitlines()
    assert lines[0].startswith(f"Event {name} of document ")
    assert [f"  {step}" for step in trace.split("; ")] == lines[5:8] and stored == ((trace,),)
    assert "Coded again now, by the same dictionaries:" in lines


def test_explain_names_an_event_that_is_not_there(warehouse: Path) -> None:
    result = tocsin("explain", "0123456789abcdef0123", "--warehouse", warehouse)
    assert result.exit_code == 2 and "there is no such event" in result.stderr


def test_lint_exits_with_one_on_faults(tmp_path: Path) -> None:
    result = tocsin("dictionary", "lint", tmp_path)
    assert result.exit_code == 1 and "ontology/cameo.csv:1: " in result.output


def test_doctor_names_each_fault_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.doctor.PACKAGES", ("no-such-package",))
    monkeypatch.setattr("flows.doctor._model", lambda: 1 / 0)
    result = tocsin("doctor", "--warehouse", tmp_path)
    assert result.exit_code == 1
    assert "fault  no-such-package: is not installed (install anew: make setup)" in result.output
    assert "fault  language model: ZeroDivisionError" in result.output
    assert "fault  warehouse: " in result.output and "ok     python" in result.output


@pytest.mark.model
def test_code_gives_the_same_bytes_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    seeds = Path(__file__).parents[1] / "seeds"
    outs = [tmp_path / name for name in ("a.jsonl", "b.jsonl")]
    for out in outs:
        assert tocsin("code", seeds, "--out", out).exit_code == 0
    assert outs[0].read_bytes() == outs[1].read_bytes() != b""


@pytest.mark.parametrize("command", ["code", "explain"])
def test_own_dictionaries_are_in_force_for_one_command(
    command: str, tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    mine, seen = tmp_path / "mine", []
    mine.mkdir()

    def load() -> FakeCoder:
        seen.append(os.environ.get(VARIABLE))
        raise UsageError("seen")

    monkeypatch.setattr(coding, "load_coder", load)
    tocsin(command, str(news), "--dictionaries", mine)
    tocsin(command, str(news))
    assert seen == [str(mine), None]
    result = tocsin(command, str(news), "--dictionaries", tmp_path / "none")
    assert result.exit_code == 2 and "there is no such folder" in result.output and len(seen) == 2


@pytest.mark.model
def test_explain_leaves_nothing_on_standard_error() -> None:
    """A command that loads the model and DuckDB ends in silence."""
    command = [sys.executable, "-m", "flows.cli", "explain", "Kenya shelled Chad."]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "KEN -> TCD: 194" in done.stdout
    assert done.stderr == ""
