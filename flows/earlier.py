"""What a warehouse knows of the stories of earlier days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa

from warehouse.reading import is_published, published_batches

_COLUMNS = ("published_on", "story_id", "minhash")


def earlier_stories(warehouse: Path | str) -> Callable[[date], Iterable[tuple[str, bytes]]]:
    """Returns what gives the stories and signatures of a day's documents; a year is read when it is first asked for."""
    years: dict[int, dict[date, list[tuple[str, bytes]]]] = {}

    def of_day(day: date) -> Iterable[tuple[str, bytes]]:
        if day.year not in years:
            years[day.year] = _of_year(warehouse, day.year) if is_published(warehouse) else {}
        return years[day.year].pop(day, [])

    return of_day


def _of_year(warehouse: Path | str, year: int) -> dict[date, list[tuple[str, bytes]]]:
    days: dict[date, list[tuple[str, bytes]]] = {}
    for batch in published_batches(warehouse, "documents", _COLUMNS, year=year):
        rows = batch.filter(pa.array(~np.asarray(batch.column("minhash").is_null())))
        for day, story, signature in zip(*(rows.column(name).to_pylist() for name in _COLUMNS), strict=True):
            if story:
                days.setdefault(day, []).append((story, signature))
    return days
