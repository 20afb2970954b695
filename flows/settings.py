"""What is in force: defaults, a small TOML file over them, and the environment over that.

Each setting knows where its value came from; `tocsin config` prints it.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from flows.fetching import Policy
from tocsin import UsageError

#: The file that is read where none is named.
DEFAULT_FILE = "tocsin.toml"
FILE_VARIABLE = "TOCSIN_CONFIG"
SourceKind = Literal["feed", "page", "files", "inbox"]
SOURCE_KINDS: tuple[SourceKind, ...] = ("feed", "page", "files", "inbox")


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name in the file, as `fetch.timeout`, its default, and what it means."""

    name: str
    default: Any
    meaning: str

    @property
    def kind(self) -> type:
        """The type of its values."""
        return type(self.default)

    @property
    def variable(self) -> str:
        """The environment variable that overrides it."""
        return "TOCSIN_" + self.name.upper().replace(".", "_")


SETTINGS: tuple[Setting, ...] = (
    Setting("warehouse", "warehouse", "The folder or address of the warehouse."),
    Setting("workers", 1, "Processes that code."),
    Setting("runner", "local", "Where they run: local, dask or ray."),
    Setting("cluster", "", "The address of a Dask or Ray cluster; empty starts one here."),
    Setting("schedule.cron", "", "When to run, as cron writes it: `0 6 * * *` is six every morning."),
    Setting("schedule.interval", 0.0, "Or every so many seconds."),
    Setting("schedule.timezone", "UTC", "The time zone of schedule.cron."),
    Setting("fetch.timeout", 20.0, "Seconds to wait for a host."),
    Setting("fetch.deadline", 60.0, "Seconds that one page may take in all."),
    Setting("fetch.most_bytes", 10 << 20, "Bytes of one page, unpacked."),
    Setting("fetch.pause", 1.0, "Seconds between two requests to a host."),
    Setting("fetch.attempts", 3, "Attempts at a host that is down, slow or busy."),
    Setting("fetch.allow_private", False, "Whether addresses of the local network may be fetched."),
    Setting("check", True, "Whether the whole warehouse is checked after each publication."),
    Setting("drift.band", 0.15, "By how much a share may differ from the runs before."),
    Setting("drift.runs", 10, "How many runs before are compared."),
    Setting("drift.publish", True, "Whether a run beyond the band is published all the same."),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}
_SECTIONS = {name.partition(".")[0] for name in _BY_NAME if "." in name}


@dataclass(frozen=True, slots=True)
class NewsSource:
    """Where documents come from.

    Args:
        kind: a feed or page of the web, files as `tocsin run` takes them, or a folder that is emptied.
        where: its address, or names of files.
        name: the publisher; empty if what is read says it.
    """

    kind: SourceKind
    where: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force.

    Args:
        values: by name.
        origins: by name: `default`, the file, or the environment variable.
        sources: where documents come from.
        file: the file that was read; None if there is none.
    """

    values: Mapping[str, Any]
    origins: Mapping[str, str]
    sources: tuple[NewsSource, ...] = ()
    file: Path | None = None

    def __getitem__(self, name: str) -> Any:
        """Returns the value of a setting."""
        return self.values[name]


def read_settings(file: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Reads the settings in force.

    Args:
        file: a TOML file; by default that of `TOCSIN_CONFIG`, else `tocsin.toml` if it is there.
        environment: that of the process by default.

    Raises:
        UsageError: if the file is missing or broken, or a setting unknown or of the wrong type.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = {setting.name: setting.default for setting in SETTINGS}
    origins = dict.fromkeys(values, "default")
    path = _file(file, environment)
    content = _content(path) if path else {}
    for name, value in _flat(content, path):
        values[name], origins[name] = _checked(_BY_NAME[name], value, str(path)), str(path)
    for setting in SETTINGS:
        if (text := environment.get(setting.variable)) is not None:
            values[setting.name], origins[setting.name] = _parsed(setting, text), f"${setting.variable}"
    if values["schedule.cron"] and values["schedule.interval"]:
        raise UsageError("schedule.cron and schedule.interval are both set", str(path or ""), "set one of them")
    if values["runner"] not in ("local", "dask", "ray"):
        raise UsageError(f"runner is {values['runner']!r}", origins["runner"], "write local, dask or ray")
    return Settings(values, origins, _sources(content, path), path)


def fetch_policy(settings: Settings) -> Policy:
    """Returns how pages are fetched."""
    names = ("timeout", "deadline", "most_bytes", "pause", "attempts", "allow_private")
    return Policy(**{name: settings[f"fetch.{name}"] for name in names})


def _file(given: Path | None, environment: Mapping[str, str]) -> Path | None:
    named = given or (Path(text) if (text := environment.get(FILE_VARIABLE)) else None)
    if named is None:
        return Path(DEFAULT_FILE) if Path(DEFAULT_FILE).is_file() else None
    if not named.is_file():
        raise UsageError("there is no such file", str(named), "name a file of settings; docs/operations.md shows one")
    return named


def _content(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"is no TOML: {error}", str(path), "mend it") from error


def _flat(content: Mapping[str, Any], path: Path | None) -> list[tuple[str, Any]]:
    """Returns the settings of a file by their whole names."""
    found: list[tuple[str, Any]] = []
    for key, value in content.items():
        if key == "sources":
            continue
        inner = {f"{key}.{name}": each for name, each in value.items()} if isinstance(value, dict) else {key: value}
        found += inner.items()
    for name, _ in found:
        if name not in _BY_NAME:
            near = get_close_matches(name, _BY_NAME, 1)
            remedy = f"did you mean {near[0]}?" if near else "`tocsin config` lists them"
            raise UsageError(f"there is no setting {name!r}", str(path), remedy)
    return found


def _checked(setting: Setting, value: Any, where: str) -> Any:
    if setting.kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not setting.kind:
        what = f"{setting.name} is {value!r}, which is no {_type_name(setting.kind)}"
        raise UsageError(what, where, f"the default is {setting.default!r}")
    if isinstance(value, int | float) and value < 0:
        raise UsageError(f"{setting.name} is {value!r}", where, "it cannot be below zero")
    return value


def _parsed(setting: Setting, text: str) -> Any:
    """Returns the value that an environment variable gives."""
    where = f"${setting.variable}"
    if setting.kind is bool:
        if text.lower() not in ("true", "false", "1", "0"):
            raise UsageError(f"is {text!r}", where, "write true or false")
        return text.lower() in ("true", "1")
    try:
        return _checked(setting, setting.kind(text), where)
    except ValueError:
        raise UsageError(f"is {text!r}, which is no {_type_name(setting.kind)}", where, "mend it") from None


def _type_name(kind: type) -> str:
    return {str: "text in quotes", int: "whole number", float: "number", bool: "true or false"}[kind]


def _sources(content: Mapping[str, Any], path: Path | None) -> tuple[NewsSource, ...]:
    given = content.get("sources", [])
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise UsageError("sources is no list", str(path), 'write [[sources]] and below it feed = "https://..."')
    return tuple(_source(each, number, path) for number, each in enumerate(given, 1))


def _source(values: Mapping[str, Any], number: int, path: Path | None) -> NewsSource:
    kinds = [kind for kind in SOURCE_KINDS if kind in values]
    unknown = set(values) - {*SOURCE_KINDS, "name"}
    if len(kinds) != 1 or unknown or not all(isinstance(value, str) for value in values.values()):
        what = f"source {number} is not one of {', '.join(SOURCE_KINDS)}, with a name if wanted"
        raise UsageError(what, str(path), 'write [[sources]] and below it feed = "https://..."')
    return NewsSource(kinds[0], values[kinds[0]], values.get("name", ""))
