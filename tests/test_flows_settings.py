"""Settings: defaults, the file over them, the environment over that; and every fault in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.settings import SETTINGS, NewsSource, read_settings
from tocsin import UsageError


def write(folder: Path, text: str) -> Path:
    path = folder / "tocsin.toml"
    path.write_text(text)
    return path


def test_environment_overrides_the_file_and_the_file_the_defaults(tmp_path: Path) -> None:
    path = write(tmp_path, "workers = 2\n[fetch]\ntimeout = 5\nallow_private = false\n")
    found = read_settings(path, {"TOCSIN_WORKERS": "3", "TOCSIN_FETCH_ALLOW_PRIVATE": "true"})
    assert (found["workers"], found.origins["workers"]) == (3, "$TOCSIN_WORKERS")
    assert (found["fetch.timeout"], found.origins["fetch.timeout"]) == (5.0, str(path))
    assert (found["fetch.pause"], found.origins["fetch.pause"]) == (1.0, "default")
    assert found["fetch.allow_private"] is True


def test_file_is_found_by_the_environment_and_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "workers = 2\n")
    assert read_settings(None, {"TOCSIN_CONFIG": str(path)}).file == path
    monkeypatch.chdir(tmp_path)
    assert read_settings(None, {})["workers"] == 2
    path.unlink()
    assert read_settings(None, {}).file is None


def test_sources_keep_their_order(tmp_path: Path) -> None:
    text = '[[sources]]\nfeed = "https://a.example/rss"\nname = "A"\n[[sources]]\ninbox = "in"\n'
    assert read_settings(write(tmp_path, text), {}).sources == (
        NewsSource("feed", "https://a.example/rss", "A"),
        NewsSource("inbox", "in"),
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("worker = 2", "did you mean workers?"),
        ("[fetch]\ntimeot = 2", "did you mean fetch.timeout?"),
        ('workers = "two"', "is no whole number"),
        ("workers = true", "is no whole number"),
        ("workers = -1", "cannot be below zero"),
        ("runner = 'spark'", "write local, dask or ray"),
        ("workers", "is no TOML"),
        ("[schedule]\ncron = '0 6 * * *'\ninterval = 60", "are both set"),
        ("[[sources]]\nname = 'A'", "source 1 is not one of feed, page, files, inbox"),
        ("[[sources]]\nfeed = 'a'\npage = 'b'", "source 1"),
        ("sources = 'a'", "sources is no list"),
    ],
)
def test_faults_are_named_with_their_remedy(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_settings(write(tmp_path, text), {})
    assert fault in str(caught.value)


@pytest.mark.parametrize(("variable", "value"), [("TOCSIN_WORKERS", "many"), ("TOCSIN_DRIFT_PUBLISH", "perhaps")])
def test_faults_of_the_environment_are_named(variable: str, value: str) -> None:
    with pytest.raises(UsageError, match=variable):
        read_settings(None, {variable: value})


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        read_settings(tmp_path / "none.toml")


def test_config_prints_every_setting_and_where_it_came_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_WORKERS", "7")
    path = write(tmp_path, '[schedule]\ncron = "0 6 * * *"\n[[sources]]\nfeed = "https://a.example/rss"\n')
    result = CliRunner().invoke(app, ["config", "--config", str(path)])
    assert result.exit_code == 0
    assert all(setting.name in result.output for setting in SETTINGS)
    assert "$TOCSIN_WORKERS" in result.output and "https://a.example/rss" in result.output


def test_operations_page_names_every_setting() -> None:
    page = (Path(__file__).parents[1] / "docs" / "operations.md").read_text(encoding="utf-8")
    assert [setting.name for setting in SETTINGS if f"`{setting.name}`" not in page] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [("", "there is no source"), ("[[sources]]\npage = 'https://a.example'", "there is no schedule")],
)
def test_serve_needs_sources_and_a_schedule(tmp_path: Path, text: str, fault: str) -> None:
    result = CliRunner().invoke(app, ["serve", "--config", str(write(tmp_path, text))])
    assert result.exit_code == 2 and fault in result.stderr
