"""The columns of the rollups: tables computed from others, small enough for dashboards to read at once.

A rollup lies in the partitions of the table it is made from, so a month or a day may have rows in several: whoever
reads the files adds them up. The catalog's views of the same names have done so.
"""

from __future__ import annotations

from warehouse.field_types import Field, Table

_EVENT_COUNT = Field("event_count", "int64", "Actual events, both directions of a meeting.", unit="events")
_ONCE_COUNT = Field("once_count", "int64", "Actual events, each meeting once.", unit="events")
_QUADS = tuple(
    Field(f"{name}_count", "int64", f"Actual events of quad class {number}.", unit="events")
    for number, name in enumerate(
        ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"), 1
    )
)
_SUM_GOLDSTEIN = Field(
    "sum_goldstein", "float64", "Sum of the events' scores; divided by event_count it is their mean.", unit="points"
)

DYAD_MONTH = Table(
    "dyad_month",
    "Actual events by month and direction between two primary actors, the first three letters of their codes.",
    "month",
    ("source", "target", "month"),
    (
        Field("source", "string", "Primary code of who acts.", few=True),
        Field("target", "string", "Primary code of who is acted on.", few=True),
        Field("month", "date", "First day of the month in which it happened."),
        _EVENT_COUNT,
        _ONCE_COUNT,
        *_QUADS,
        _SUM_GOLDSTEIN,
    ),
    ("events",),
)

COUNTRY_MONTH = Table(
    "country_month",
    "Actual events by month and country of the source.",
    "month",
    ("source_country", "month"),
    (
        Field("source_country", "string", "ISO 3166 alpha-3 code of the source's country.", few=True),
        Field("month", "date", "First day of the month in which it happened."),
        _EVENT_COUNT,
        _ONCE_COUNT,
        Field("domestic_count", "int64", "Actual events whose target is of the same country.", unit="events"),
        *_QUADS,
        _SUM_GOLDSTEIN,
    ),
    ("events",),
)

CODE_DAY = Table(
    "code_day",
    "Actual events by day and CAMEO code.",
    "event_date",
    ("event_code", "event_date"),
    (
        Field("event_code", "string", "CAMEO code of the act, the most specific that the words bear.", few=True),
        Field("event_date", "date", "When it happened; the date of publication if the text does not say."),
        Field("event_root", "string", "The first two digits of event_code.", few=True),
        Field(
            "quad_class",
            "int8",
            "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
            values=("1", "2", "3", "4"),
        ),
        _EVENT_COUNT,
        _ONCE_COUNT,
        _SUM_GOLDSTEIN,
    ),
    ("events",),
)

COVERAGE = Table(
    "coverage",
    "Documents by publisher and day, read and rejected, so that a zero can be told from a gap.",
    "published_on",
    ("source", "published_on"),
    (
        Field("source", "string", "The publisher as the input gave it.", True, few=True),
        Field("published_on", "date", "The day; null for rejects whose date is not known.", True),
        Field("document_count", "int64", "Documents coded, and documents, lines or files rejected.", unit="documents"),
        Field("coded_count", "int64", "Documents coded, with or without events.", unit="documents"),
        Field("with_events_count", "int64", "Documents coded that have events of any realis.", unit="documents"),
        Field("reject_count", "int64", "Documents, lines or files rejected.", unit="rejects"),
    ),
    ("documents", "rejects"),
)

ROLLUPS = (DYAD_MONTH, COUNTRY_MONTH, CODE_DAY, COVERAGE)
