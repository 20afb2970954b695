"""Reads a table of actors as a spreadsheet writes it: name, code, from, to."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

from workbench.taken import ActorRow, Known, Taken, text_of

#: Names of columns that people use, and ours.
COLUMNS = {
    "name": "name", "actor": "name", "code": "code", "from": "start", "start": "start", "to": "end", "until": "end",
    "end": "end", "aliases": "aliases", "alias": "aliases", "other names": "aliases", "surname": "surname",
    "role": "role", "office": "role", "note": "note", "source": "note",
}  # fmt: skip
DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def read_actor_table(file: Path, known: Known) -> Taken:
    """Reads a CSV file with the columns `name` and `code`, and `from`, `to`, `aliases`, `surname`, `role`, `note` as they are there.

    Cells are parted by commas, semicolons or tabs. A day may be written as `2017`, `2017-05` or `2017-05-14`.
    """
    taken = Taken(file)
    text = text_of(file)
    first = next((line for line in text.split("\n") if line.strip()), "")
    mark = max(",;\t", key=first.count)
    rows = csv.reader((line.rstrip("\r") + "\n" for line in text.split("\n")), delimiter=mark)
    columns: list[str] = []
    end = 0
    for cells in rows:
        line, end = end + 1, rows.line_num
        shown = mark.join(cells)
        if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
            continue
        if not columns:
            columns = [COLUMNS.get(cell.strip().lower(), "") for cell in cells]
            unread = [c.strip() for c, column in zip(cells, columns, strict=True) if not column]
            if unread:
                taken.leave(line, shown, f"columns that are not read: {', '.join(unread)}")
            continue
        if len(cells) > len(columns):
            taken.leave(line, shown, f"{len(cells)} cells instead of {len(columns)}: quote those that hold {mark!r}")
            continue
        row = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
        reason = _row(taken, row, known)
        if reason:
            taken.leave(line, shown, reason)
    return taken


def is_actor_table(first_line: str) -> bool:
    """Whether a line is the head of such a table."""
    names = {COLUMNS.get(cell.strip().strip('"').lower()) for cell in re.split("[,;\t]", first_line)}
    return {"name", "code"} <= names


def _row(taken: Taken, row: dict[str, str], known: Known) -> str:
    """Takes a row, or returns why not."""
    name, code = row.get("name", ""), row.get("code", "")
    if not name:
        return "it has no name"
    fault = known.code_fault(code)
    if fault:
        return fault
    try:
        start, end = _day(row.get("start", ""), False), _day(row.get("end", ""), True)
    except ValueError as error:
        return f"{error} is no date: write YYYY-MM-DD"
    if start and end and start > end:
        return f"it begins on {start}, after its end on {end}"
    aliases = tuple(a.strip() for a in row.get("aliases", "").split("|") if a.strip())
    taken.actors.append(
        ActorRow(name, aliases, row.get("surname", ""), code, start, end, row.get("role", ""), row.get("note", ""))
    )
    return ""


def _day(text: str, last: bool) -> date | None:
    """Reads a day; of a year or month alone the first day, or the last."""
    if not text:
        return None
    found = DAY.fullmatch(text)
    if found is None:
        raise ValueError(repr(text))
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return date(year, month, day)
        if not last:
            return date(year, month or 1, 1)
        following = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
        return date.fromordinal(following.toordinal() - 1)
    except ValueError:
        raise ValueError(repr(text)) from None
