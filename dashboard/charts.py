"""The charts, for the pages and the report, as Vega-Lite. They are given plain rows and know nothing of pages.

Altair writes and checks what a chart looks like; the rows are put in afterwards, as checking them takes long.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt

from dashboard.words import QUADS

WORLD = Path(__file__).parent / "world" / "countries-110m.json"
#: Blue for cooperation, orange and red for conflict; the deeper the more material. Readable by the colour-blind.
QUAD_COLORS = {1: "#7db8da", 2: "#1f6fb2", 3: "#f2a65a", 4: "#c8402f"}
COOPERATION, CONFLICT, NEUTRAL = "#1f6fb2", "#c8402f", "#8a8f98"
HEIGHT = 300
Row = Mapping[str, Any]
#: A chart in Vega-Lite with its rows.
Spec = dict[str, Any]
#: Measures of the map, and whether two colours part at zero.
MEASURES = {
    "event_count": "events",
    "conflict_count": "conflict events",
    "cooperation_count": "cooperation events",
    "mean_goldstein": "mean Goldstein score",
}


def over_time(rows: Sequence[Row], unit: str) -> Spec:
    """Returns events by quad class as bars, with the mean Goldstein score as a line.

    Args:
        rows: with period, quad_class, event_count and mean_goldstein.
        unit: of a period: day, week, month or year.
    """
    parts = [
        _stretch(row["period"], unit) | {"quad": QUADS[row["quad_class"]], "event_count": row["event_count"]}
        for row in sorted(rows, key=lambda row: (row["period"], row["quad_class"]))
    ]
    bars = _bars("events", _QUAD_COLOR, alt.Tooltip("quad:N", title="quad class"))
    means = {row["period"]: row["mean_goldstein"] for row in rows}
    points = [_stretch(period, unit) | {"mean_goldstein": mean} for period, mean in means.items()]
    line = (
        alt.Chart(alt.NamedData("means"))
        .mark_line(color=NEUTRAL, strokeWidth=1.5, point=alt.OverlayMarkDef(color=NEUTRAL, size=12))
        .encode(
            x=alt.X("middle:T", title=None, scale=alt.Scale(type="utc")),
            y=alt.Y(
                "mean_goldstein:Q",
                title="mean Goldstein (line)",
                scale=alt.Scale(domain=[-10, 10]),
                axis=alt.Axis(grid=False),
            ),
            tooltip=[_DAY_TIP, alt.Tooltip("mean_goldstein:Q", title="mean Goldstein", format="+.2f")],
        )
    )
    chart = alt.layer(bars, line).resolve_scale(y="independent").properties(height=HEIGHT)
    return _spec(chart, bars=_stacked(parts), means=points)


def world_map(rows: Sequence[Row], measure: str) -> Spec:
    """Returns a map of a measure by country.

    Args:
        rows: with country_code, country, event_count and the measure.
        measure: one of `MEASURES`.
    """
    values = [{key: row[key] for key in {"country_code", "country", "event_count", measure}} for row in rows]
    title = MEASURES[measure]
    shapes = alt.NamedData("world", format=alt.TopoDataFormat(feature="countries", type="topojson"))
    if measure == "mean_goldstein":
        scale = alt.Scale(domain=[-6, 0, 6], range=[CONFLICT, "#d9d9d9", COOPERATION], clamp=True)
    else:
        deep = "200, 64, 47" if measure == "conflict_count" else "31, 111, 178"
        # From see-through to full, so that little is faint on light and dark ground.
        scale = alt.Scale(type="sqrt", range=[f"rgba({deep}, 0.12)", f"rgba({deep}, 1)"], zero=True)
    empty = alt.Chart().mark_geoshape(fill="#8883", stroke="#8886", strokeWidth=0.5)
    filled = (
        alt.Chart()
        .mark_geoshape(stroke="#8886", strokeWidth=0.5)
        .transform_lookup(
            "id",
            from_=alt.LookupData(alt.NamedData("countries"), "country_code", ["country", "event_count", measure]),
        )
        .transform_filter(f"isValid(datum['{measure}'])")
        .encode(
            color=alt.Color(
                f"{measure}:Q", scale=scale, title=title, legend=alt.Legend(orient="bottom", gradientLength=220)
            ),
            tooltip=[
                alt.Tooltip("country:N", title="country"),
                alt.Tooltip("event_count:Q", title="events", format=",d"),
                alt.Tooltip(f"{measure}:Q", title=title, format=",.2~f"),
            ],
        )
    )
    chart = alt.layer(empty, filled, data=shapes).project("equalEarth", rotate=[-11, 0, 0]).properties(height=380)
    return _spec(chart, world=_world(), countries=values)


def one_direction(rows: Sequence[Row], months: tuple[date, date], most: int) -> Spec:
    """Returns what one actor does to another by month, cooperation above the axis and conflict below.

    Args:
        rows: with month and the four counts by quad class.
        months: the first and the last, so that both directions have the same axis.
        most: events of either kind in a month, for the same reason.
    """
    # Bars of no height at both ends give both directions the same months.
    parts = [_stretch(month, "month") | {"quad": QUADS[1], "event_count": 0} for month in months]
    parts += [
        _stretch(row["month"], "month") | {"quad": QUADS[number], "event_count": count, "sign": 1 if number < 3 else -1}
        for row in rows
        for number in (1, 2, 3, 4)
        if (count := row[f"{QUADS[number].replace(' ', '_')}_count"])
    ]
    scale = alt.Scale(domain=[-most, most])
    title = "conflict | cooperation"
    tip = alt.Tooltip("quad:N", title="quad class")
    return _spec(_bars(title, _QUAD_COLOR, tip, scale).properties(height=220), bars=_stacked(parts))


def code_mix(rows: Sequence[Row]) -> Spec:
    """Returns events by CAMEO root as bars, one colour for each quad class.

    Args:
        rows: with act, direction, quad_class and event_count.
    """
    named = [dict(row, quad=QUADS[row["quad_class"]]) for row in rows]
    chart = (
        alt.Chart(alt.NamedData("acts"))
        .mark_bar()
        .encode(
            y=alt.Y("act:N", title=None, sort=None, axis=alt.Axis(labelLimit=260, labelOverlap=False)),
            x=alt.X("event_count:Q", title="events"),
            color=_QUAD_COLOR.copy(deep=True).legend(None),
            tooltip=[
                alt.Tooltip("act:N", title="act"),
                alt.Tooltip("direction:N", title="direction"),
                alt.Tooltip("event_count:Q", title="events"),
            ],
        )
        .properties(height=22 * len(rows) + 60)
    )
    return _spec(chart, acts=named)


def cooperation_and_conflict(rows: Sequence[Row]) -> Spec:
    """Returns cooperation above and conflict below the axis by month.

    Args:
        rows: with month, cooperation_count and conflict_count.
    """
    parts = [
        _stretch(row["month"], "month") | {"kind": kind, "event_count": row[f"{kind}_count"], "sign": sign}
        for row in rows
        for kind, sign in (("cooperation", 1), ("conflict", -1))
        if row[f"{kind}_count"]
    ]
    scale = alt.Scale(domain=["cooperation", "conflict"], range=[COOPERATION, CONFLICT])
    color = alt.Color("kind:N", scale=scale, title=None, legend=alt.Legend(orient="top"))
    return _spec(
        _bars("events", color, alt.Tooltip("kind:N", title="kind")).properties(height=240), bars=_stacked(parts)
    )


def counts_by_month(rows: Sequence[Row], field: str, title: str) -> Spec:
    """Returns a count by month as bars."""
    parts = [_stretch(row["month"], "month") | {"kind": title, "event_count": row[field]} for row in rows]
    color = alt.Color("kind:N", scale=alt.Scale(range=[QUAD_COLORS[3]]), legend=None)
    return _spec(_bars(title, color, alt.Tooltip("kind:N", title="kind")).properties(height=240), bars=_stacked(parts))


def shares(rows: Sequence[Row]) -> Spec:
    """Returns the share of each CAMEO root in the last run beside the runs before.

    Args:
        rows: with act, run and share.
    """
    chart = (
        alt.Chart(alt.NamedData("shares"))
        .mark_bar()
        .encode(
            y=alt.Y("act:N", title=None, sort=None, axis=alt.Axis(labelLimit=260, labelOverlap=False)),
            x=alt.X("share:Q", title="share of events", axis=alt.Axis(format="%")),
            yOffset=alt.YOffset("run:N", sort=None),
            color=alt.Color(
                "run:N",
                sort=None,
                title=None,
                scale=alt.Scale(range=[COOPERATION, "#b8bcc4"]),
                legend=alt.Legend(orient="top"),
            ),
            tooltip=[
                alt.Tooltip("act:N", title="act"),
                alt.Tooltip("run:N", title="run"),
                alt.Tooltip("share:Q", title="share", format=".1%"),
            ],
        )
        .properties(height=max(16 * len(rows), 24 * len({row["act"] for row in rows})) + 90)
    )
    return _spec(chart, shares=[dict(row) for row in rows])


def with_sums(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Adds the counts of conflict and cooperation to rows with counts by quad class."""
    return [
        dict(row)
        | {
            "conflict_count": row["verbal_conflict_count"] + row["material_conflict_count"],
            "cooperation_count": row["verbal_cooperation_count"] + row["material_cooperation_count"],
        }
        for row in rows
    ]


def unit_of(chosen: str, days: int) -> str:
    """Returns the step of time; the automatic one gives some hundred steps at most."""
    if chosen != "automatic":
        return chosen
    return "day" if days <= 120 else "week" if days <= 1000 else "month" if days <= 365 * 40 else "year"


def countries_on_map() -> frozenset[str]:
    """Returns the codes of the countries that are large enough for the map."""
    return frozenset(shape["id"] for shape in _world()["objects"]["countries"]["geometries"])


@cache
def _world() -> dict[str, Any]:
    world: dict[str, Any] = json.loads(WORLD.read_text(encoding="utf-8"))
    return world


_QUAD_COLOR = alt.Color(
    "quad:N",
    scale=alt.Scale(domain=list(QUADS.values()), range=list(QUAD_COLORS.values())),
    title=None,
    legend=alt.Legend(orient="top", columns=4),
)
_DAY_TIP = alt.Tooltip("day:N", title="from")


def _spec(chart: alt.Chart | alt.LayerChart | alt.FacetChart, **datasets: Any) -> Spec:
    spec: Spec = chart.to_dict(validate=False)
    spec.pop("config", None)  # the look is a matter of whoever shows it
    return spec | {"datasets": datasets}


def _bars(title: str, color: alt.Color, tip: alt.Tooltip, scale: alt.Scale | None = None) -> alt.Chart:
    """Returns bars that stand on a stretch of time each. Days are read as UTC, wherever the reader sits."""
    axis = alt.Axis(labelExpr="format(abs(datum.value), ',')", tickMinStep=1)
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("bars"))
        .mark_rect()
        .encode(
            x=alt.X("from:T", title=None, scale=alt.Scale(type="utc")),
            x2="until:T",
            y=alt.Y("low:Q", title=title, axis=axis, scale=scale or alt.Undefined),
            y2="high:Q",
            color=color,
            tooltip=[_DAY_TIP, tip, alt.Tooltip("event_count:Q", title="events", format=",d")],
        )
    )
    return chart


def _stacked(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Adds where each bar begins and ends, on top of those before it; a negative sign piles them up downwards."""
    heights: dict[tuple[str, int], int] = {}
    for part in parts:
        sign = part.get("sign", 1)
        key = (part["from"], sign)
        part["low"] = heights.get(key, 0)
        part["high"] = heights[key] = part["low"] + sign * part["event_count"]
    return parts


def _stretch(first: date, unit: str) -> dict[str, Any]:
    """Returns the first day of a stretch of time, its middle, and where its bar ends, somewhat before the next."""
    after = {"day": timedelta(1), "week": timedelta(7)}.get(unit)
    if after is None:
        months = 12 if unit == "year" else 1
        after = date(first.year + (first.month - 1 + months) // 12, (first.month - 1 + months) % 12 + 1, 1) - first
    start = datetime.combine(first, time(), UTC)
    middle, until = start + after * 0.45, start + after * 0.9
    return {
        "from": start.isoformat(),
        "middle": middle.isoformat(),
        "until": until.isoformat(),
        "day": first.isoformat(),
    }
