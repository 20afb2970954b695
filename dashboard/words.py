"""Says codes in words: actors, acts, quad classes, and whole events."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from warehouse.catalog import ACTOR_CODES, CODES, COUNTRIES, SECTORS

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
REALIS = ("actual", "future", "hypothetical", "negated", "historical")
NOBODY = "nobody named"


def event_in_words(event: Mapping[str, Any]) -> str:
    """Returns an event as a sentence would say it.

    Example: `Russia, government -> Kazakhstan: provide military protection, 074, Goldstein +8.5`
    """
    code = event["event_code"]
    score = f"{event['goldstein']:+.1f}" if event["goldstein"] else "0.0"
    words = f"{side_in_words(event, 'source')} -> {side_in_words(event, 'target')}: {act_label(code)}, {code}, Goldstein {score}"
    return words if event.get("realis", "actual") == "actual" else f"{words} ({event['realis']})"


def side_in_words(event: Mapping[str, Any], side: str) -> str:
    """Returns the source or target of an event in words: country and role, or a name where there is no country."""
    code = event[f"{side}_code"]
    if not code:
        return NOBODY
    role = role_in_words(event[f"{side}_role"]) if event[f"{side}_role"] else None
    name = country_name(event[f"{side}_country"]) if event[f"{side}_country"] else None
    if name:
        return f"{name}, {role}" if role else name
    return event[f"{side}_name"] or event[f"{side}_text"] or actor_in_words(code)


def actor_in_words(code: str) -> str:
    """Returns an actor code in words: `KAZGOV` is `Kazakhstan, government`."""
    parts = [code[n : n + 3] for n in range(3, len(code), 3)]
    return ", ".join([country_name(code[:3]), *map(role_in_words, parts)])


def country_name(code: str) -> str:
    """Returns the name of a country, region or other primary actor, or the code if it has none."""
    return country_names().get(code) or _actors("primary", "region").get(code, code)


def role_in_words(code: str) -> str:
    """Returns a role, or another part of an actor code after the first, in words, or the code itself."""
    return _sectors().get(code) or _actors("role").get(code) or _actors("religion", "group", "ethnic").get(code, code)


def act_label(code: str) -> str:
    """Returns what a CAMEO code says, such as `arrest, detain`."""
    labels = act_labels()
    return labels.get(code) or labels.get(code[:3]) or labels.get(code[:2], code)


@cache
def country_names() -> dict[str, str]:
    """Returns the names of countries by ISO alpha-3 code."""
    return {row["country_code"]: row["name"] for row in _rows(COUNTRIES)}


@cache
def act_labels() -> dict[str, str]:
    """Returns what CAMEO codes say, in the order of the codes."""
    return {row["event_code"]: row["label"] for row in _rows(CODES)}


def acts_within(code: str) -> list[str]:
    """Returns a CAMEO code and all that it embraces: `19` is 19, 190, 191, ..."""
    return [other for other in act_labels() if other.startswith(code)]


@cache
def _sectors() -> dict[str, str]:
    return {row["role"]: row["sector"].partition(" / ")[0].lower() for row in _rows(SECTORS)}


@cache
def _actors(*kinds: str) -> dict[str, str]:
    return {row["code"]: row["label"] for row in _rows(ACTOR_CODES) if row["kind"] in kinds}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
