"""The report: one HTML file with charts, tables and marked sentences, for e-mail and archive.

Charts are drawn here and stand in the file as SVG, so it needs no script, no server and no network.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import vl_convert

from dashboard import charts, words
from dashboard.data import Reader, reader_of
from dashboard.sentence import STYLE as SENTENCE_STYLE
from dashboard.sentence import marked_sentence
from tocsin import UsageError, WarehouseError, __version__

DYADS_SHOWN, SENTENCES_SHOWN, ACTS_SHOWN, COUNTRIES_SHOWN = 20, 25, 15, 20
CHART_WIDTH = 900
#: Lets nothing in the file fetch or run anything, whatever got into it.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
STYLE = f"""
:root {{ color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }}
body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
h1, h2 {{ line-height: 1.2; }} h2 {{ margin-top: 2.5rem; }}
table {{ border-collapse: collapse; font-size: .92rem; }}
th, td {{ text-align: left; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #8884; vertical-align: top; overflow-wrap: anywhere; }}
.number {{ text-align: right; font-variant-numeric: tabular-nums; }}
figure {{ margin: 1rem 0; }} figure svg {{ width: 100%; height: auto; }}
figcaption, .about {{ font-size: .88rem; opacity: .75; overflow-wrap: anywhere; }}
.figures {{ display: flex; flex-wrap: wrap; gap: 2.5rem; }} .figures b {{ display: block; font-size: 1.7rem; }}
article {{ margin: 1.5rem 0; break-inside: avoid; }} .words {{ font-weight: 600; margin: 0; overflow-wrap: anywhere; }}
{SENTENCE_STYLE}
"""
#: Text and lines take the colour of the page, in light and dark.
_AXIS = {
    "labelColor": "currentColor",
    "titleColor": "currentColor",
    "domainColor": "currentColor",
    "tickColor": "currentColor",
}
CONFIG: dict[str, Any] = {
    "background": None,
    "font": "sans-serif",
    "axis": _AXIS | {"gridColor": "#8884", "titleFontWeight": "normal"},
    "legend": {
        "labelColor": "currentColor",
        "titleColor": "currentColor",
        "titleFontWeight": "normal",
        "columnPadding": 24,
    },
    "view": {"stroke": None},
}
Row = Mapping[str, Any]


def write_report(
    warehouse: Path | str,
    out: Path,
    first_day: date | None = None,
    last_day: date | None = None,
    edition: str | None = None,
) -> Path:
    """Writes the report of a warehouse and returns its path.

    Args:
        warehouse: its folder or address.
        out: the HTML file.
        first_day, last_day: the period; by default all days.
        edition: its name; by default the current one.

    Raises:
        UsageError: if the file cannot be written.
        WarehouseError: if the warehouse cannot be read.
    """
    if out.is_dir():
        raise UsageError("is a folder", str(out), "name a file")
    with reader_of(warehouse, edition) as reader:
        page = report(reader, first_day, last_day)
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", str(out), "name another file") from error
    return out


def report(reader: Reader, first_day: date | None = None, last_day: date | None = None) -> str:
    """Returns the report of an open state as HTML.

    Raises:
        WarehouseError: if it cannot be read.
    """
    span = reader.span()
    period: dict[str, Any] = {"first_day": first_day, "last_day": last_day, "quads": []}
    first, last = first_day or span.first, last_day or span.last
    days = (last - first).days + 1 if first and last else 0
    counts = reader.rows("counts_over_time", period | {"unit": charts.unit_of("automatic", days)})
    state = reader.state
    parts = [
        "<h1>Political events</h1>",
        f'<p class="about">{first or "no day"} to {last or "no day"}. Warehouse {escape(Path(state.warehouse).name)}, edition '
        f"{escape(state.edition)}, state {state.number}. Made by Tocsin {__version__}.</p>",
    ]
    if counts:
        parts += [
            *_overview(counts, charts.unit_of("automatic", days)),
            *_places(reader, period),
            *_dyads(reader, period),
        ]
        parts += [*_acts(counts, reader, period), *_sentences(reader, period)]
    else:
        parts.append("<p>No events happened in this period.</p>")
    parts += [*_quality(reader, period)]
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>Tocsin report</title><style>{STYLE}</style></head>'
        f"<body>{''.join(parts)}</body></html>\n"
    )


def _overview(counts: Sequence[Row], unit: str) -> Iterable[str]:
    total = sum(row["event_count"] for row in counts)
    conflict = sum(row["event_count"] for row in counts if row["quad_class"] > 2)
    yield (
        f'<div class="figures"><div><b>{total:,}</b>events that happened</div>'
        f"<div><b>{conflict / total:.0%}</b>of these conflict</div></div>"
    )
    yield _figure(
        charts.over_time(counts, unit), f"Events by {unit} and quad class; the line is the mean Goldstein score."
    )


def _places(reader: Reader, period: Row) -> Iterable[str]:
    rows = charts.with_sums(reader.rows("countries_acting", period))
    yield "<h2>Who acts</h2>"
    if not rows:
        yield "<p>No source has a country.</p>"
        return
    yield _figure(charts.world_map(rows, "event_count"), "Events by country of the source, in whole months.")
    table = [
        (row["country"] or row["country_code"], row["event_count"], row["conflict_count"], row["mean_goldstein"])
        for row in rows[:COUNTRIES_SHOWN]
    ]
    yield _table(("country", "events", "conflict", "mean Goldstein"), table)


def _dyads(reader: Reader, period: Row) -> Iterable[str]:
    rows = reader.rows("top_dyads", {**period, "top": DYADS_SHOWN})
    yield "<h2>Most frequent dyads</h2>"
    table = [
        (
            f"{words.country_name(row['a'])} – {words.country_name(row['b'])}",
            row["once_count"],
            row["cooperation_count"],
            row["conflict_count"],
            row["mean_goldstein"],
        )
        for row in rows
    ]
    yield _table(("dyad", "events", "cooperation", "conflict", "mean Goldstein"), table)
    yield '<p class="about">Both directions, in whole months; a meeting counts once among the events.</p>'


def _acts(counts: Sequence[Row], reader: Reader, period: Row) -> Iterable[str]:
    total = sum(row["event_count"] for row in counts)
    rows = reader.rows("acts", {**period, "top": ACTS_SHOWN})
    yield "<h2>Most frequent acts</h2>"
    table = [
        (
            words.act_label(row["event_code"]),
            row["event_code"],
            row["event_count"],
            f"{row['event_count'] / total:.1%}",
            row["goldstein"],
        )
        for row in rows
    ]
    yield _table(("act", "code", "events", "share", "Goldstein"), table)


def _sentences(reader: Reader, period: Row) -> Iterable[str]:
    latest = reader.rows("latest_events", {**period, "top": SENTENCES_SHOWN})
    rows = reader.rows("recent_sentences", {"event_ids": [row["event_id"] for row in latest]})
    yield "<h2>Latest events</h2>"
    for row in rows:
        origin = [
            row["title"] or row["document_id"],
            row["publisher"],
            f"published {row['published_on']}",
            row["rule_id"],
        ]
        yield (
            f'<article><p class="words">{row["event_date"]}: {escape(words.event_in_words(row))}</p>{marked_sentence(row)}'
            f'<p class="about">{escape(" · ".join(str(part) for part in origin if part))}</p></article>'
        )


def _quality(reader: Reader, period: Row) -> Iterable[str]:
    yield "<h2>Where it comes from</h2>"
    runs = reader.rows("last_runs", {"top": 1})
    if runs:
        run = runs[0]
        yield (
            f"<p>The last run, {run['started_at']:%Y-%m-%d %H:%M} UTC: {run['document_count']:,} documents, "
            f"{run['reject_count']:,} rejects, {run['event_count']:,} events.</p>"
        )
    publishers = [
        (
            row["publisher"] or "not named",
            str(row["first_day"]),
            str(row["last_day"]),
            row["document_count"],
            row["reject_count"],
        )
        for row in reader.rows("publisher_coverage", period)
    ]
    yield _table(("publisher", "first day", "last day", "documents", "rejects"), publishers)
    rejects = [(row["reason"], row["reject_count"]) for row in reader.rows("reject_reasons", period)]
    if rejects:
        yield "<h3>Why documents were rejected</h3>"
        yield _table(("reason", "rejects"), rejects)
    versions = [
        (row["dictionary_version"], row["coder_version"], row["document_count"])
        for row in reader.rows("dictionary_editions")
    ]
    yield "<h3>Dictionaries</h3>"
    yield _table(("version", "coder", "documents"), versions)


def _figure(chart: charts.Spec, caption: str) -> str:
    return f'<figure role="img" aria-label="{escape(caption)}">{svg(chart)}<figcaption>{escape(caption)}</figcaption></figure>'


def svg(chart: charts.Spec) -> str:
    """Returns a chart as SVG that takes the colours of the page around it.

    Raises:
        WarehouseError: if it cannot be drawn.
    """
    spec = chart | {"width": CHART_WIDTH}
    try:
        # An empty list: the drawing may not fetch anything either.
        drawn: str = vl_convert.vegalite_to_svg(spec, config=CONFIG, allowed_base_urls=[])
    except ValueError as error:
        raise WarehouseError(f"a chart cannot be drawn: {error}".splitlines()[0]) from error
    return re.sub(r"^<\?xml.*?\?>", "", drawn).replace('font-family="sans-serif"', 'font-family="inherit"')


def _table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    numbers = [any(isinstance(row[n], int | float) for row in rows) for n in range(len(columns))]
    head = "".join(
        f'<th scope="col"{_class(number)}>{escape(name)}</th>' for name, number in zip(columns, numbers, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f"<td{_class(number)}>{escape(_cell(value))}</td>" for value, number in zip(row, numbers, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _class(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:+.2f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
