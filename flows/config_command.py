"""`tocsin config`: what is in force, and where each value came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from flows import layers
from flows.settings import DEFAULT_FILE, FILE_VARIABLE, SETTINGS, Settings, read_settings
from flows.sql_command import console_for_tables, rich_table
from warehouse.catalog import Answer


def print_config(file: Path | None) -> None:
    """Prints the settings, the sources, and the dictionaries that lie over the built-in ones.

    Raises:
        UsageError: if the file or a setting is at fault.
    """
    settings = read_settings(file)
    console = console_for_tables()
    console.print(rich_table(Answer(("setting", "value", "from", "meaning"), tuple(_rows(settings)))))
    sources = tuple((source.kind, source.where, source.name or None) for source in settings.sources)
    console.print(rich_table(Answer(("source", "where", "name"), sources)))
    console.print(f"file: {settings.file or f'none; {DEFAULT_FILE} or ${FILE_VARIABLE} would be read'}")
    folders = ", ".join(map(str, layers.layers())) or "built in"
    console.print(f"dictionaries: {folders}; ${layers.VARIABLE} lays folders over them")


def _rows(settings: Settings) -> Iterator[tuple[str, str, str, str]]:
    for setting in SETTINGS:
        yield setting.name, repr(settings[setting.name]), settings.origins[setting.name], setting.meaning
