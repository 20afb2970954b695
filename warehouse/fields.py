"""The field dictionary: the only place where a column of the warehouse is described.

The Arrow schemas, the DuckDB column comments, the checks and the page `docs/fields.md` all come from here.
`python -m warehouse.fields` writes that page anew.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal, get_args

import pyarrow as pa

from warehouse.field_types import Field as Field
from warehouse.field_types import Table as Table
from warehouse.rollup_fields import ROLLUPS

#: Stands in the metadata of every file. Only ever adding columns keeps old readers working.
SCHEMA_VERSION = "3"

REALIS = ("actual", "future", "hypothetical", "negated", "historical")
DATE_PRECISIONS = ("day", "week", "month", "year")
DATE_BASES = ("text", "dateline", "assumed")
RejectReason = Literal[
    "unreadable",
    "unsupported",
    "binary",
    "encoding",
    "empty",
    "broken_line",
    "missing_field",
    "wrong_type",
    "no_date",
    "bad_date",
    "duplicate_id",
    "coding_failed",
    "not_english",
    "too_large",
    "unsafe",
    "not_fetched",
    "forbidden",
]
REJECT_REASONS: tuple[RejectReason, ...] = get_args(RejectReason)

_DOCUMENT_ID = Field("document_id", "string", "The document's id, unique in the warehouse.")
_PUBLISHED_ON = Field("published_on", "date", "The document's date of publication; its year names the partition.")
_DICTIONARY_VERSION = Field(
    "dictionary_version",
    "string",
    "Content hash over dictionaries, ontology, model and settings that coded this.",
    few=True,
)
_CODER_VERSION = Field("coder_version", "string", "Version of the package that coded this.", few=True)


def _actor_fields(side: Literal["source", "target"]) -> tuple[Field, ...]:
    act = "does the act" if side == "source" else "the act is done to"
    return (
        Field(f"{side}_code", "string", f"CAMEO actor code of who {act}: primary code, roles, group.", True, few=True),
        Field(f"{side}_name", "string", f"Canonical name of the {side} if it is a known actor.", True, few=True),
        Field(f"{side}_country", "string", f"ISO 3166 alpha-3 code of the {side}'s country.", True, few=True),
        Field(f"{side}_role", "string", f"First role code of the {side}, such as GOV, MIL, REB.", True, few=True),
        Field(f"{side}_text", "string", f"The words of the text that name the {side}.", True),
        Field(
            f"{side}_start", "int32", f"Where those words begin in the document's text ({side}).", True, "characters"
        ),
        Field(f"{side}_end", "int32", f"Where those words end, exclusive ({side}).", True, "characters"),
    )


EVENTS = Table(
    "events",
    "One row per coded event: who did what to whom, when and where, and the words that say so.",
    "published_on",
    ("source_code", "target_code", "event_date", "event_id"),
    (
        Field("event_id", "string", "Hash of document, trigger, source, target, member and direction; stable."),
        Field("mirror_of", "string", "For the second direction of a symmetric act, the event_id of the first.", True),
        _DOCUMENT_ID,
        Field("sentence", "int32", "The sentence's number in the document, from 0."),
        _PUBLISHED_ON,
        Field("event_date", "date", "When it happened; the date of publication if the text does not say."),
        Field("event_date_precision", "string", "How exact event_date is.", values=DATE_PRECISIONS, few=True),
        Field("event_date_basis", "string", "Where event_date comes from.", values=DATE_BASES, few=True),
        *_actor_fields("source"),
        *_actor_fields("target"),
        Field("event_code", "string", "CAMEO code of the act, the most specific that the words bear.", few=True),
        Field("event_root", "string", "The first two digits of event_code.", few=True),
        Field(
            "quad_class",
            "int8",
            "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
            values=("1", "2", "3", "4"),
        ),
        Field("goldstein", "float32", "Score of the code from conflict (-10) to cooperation (10).", unit="points"),
        Field("plover_type", "string", "PLOVER event type.", True, few=True),
        Field("plover_mode", "string", "PLOVER mode of the type.", True, few=True),
        Field("contexts", "list<string>", "PLOVER contexts; empty if none.", few=True),
        Field("trigger_text", "string", "The words that carry the act."),
        Field("trigger_start", "int32", "Where the trigger begins in the document's text.", unit="characters"),
        Field("trigger_end", "int32", "Where the trigger ends, exclusive.", unit="characters"),
        Field("rule_id", "string", "The dictionary entry that made the event, as verbs/17_coerce#arrest.", few=True),
        Field("operators", "list<string>", "The operator entries applied to it, outermost first.", few=True),
        Field("realis", "string", "Whether the coded act is said to have happened.", values=REALIS, few=True),
        Field("attributed_code", "string", "Actor code of whoever reports it in the text.", True, few=True),
        Field("attributed_text", "string", "The words that name whoever reports it.", True),
        Field("place_name", "string", "Where it happened.", True, few=True),
        Field("place_country", "string", "ISO 3166 alpha-3 code of the place's country.", True, few=True),
        Field("place_admin1", "string", "The place's first administrative division.", True, few=True),
        Field("latitude", "float64", "Latitude of the place (WGS 84).", True, "degrees"),
        Field("longitude", "float64", "Longitude of the place (WGS 84).", True, "degrees"),
        Field("place_geonameid", "int32", "The place's number in GeoNames.", True),
        Field("deaths", "int32", "People killed, at least, as the text says.", True, "people"),
        Field("injuries", "int32", "People injured, at least, as the text says.", True, "people"),
        Field("detained", "int32", "People detained, at least, as the text says.", True, "people"),
        Field("participants", "int32", "People taking part, at least, as the text says.", True, "people"),
        Field("confidence", "float32", "0 to 1; higher means more often right on human coding.", unit="share"),
        Field("story_id", "string", "The document's story, shared by near-identical documents.", True),
        _DICTIONARY_VERSION,
        _CODER_VERSION,
        Field(
            "trace",
            "string",
            "How it was coded: patterns that matched, dictionary lines of the actors, words of the date.",
            True,
        ),
    ),
)

DOCUMENTS = Table(
    "documents",
    "One row per document that was coded, whether or not it has events.",
    "published_on",
    ("document_id",),
    (
        _DOCUMENT_ID,
        _PUBLISHED_ON,
        Field("title", "string", "The title as the input gave it.", True),
        Field("url", "string", "The address as the input gave it.", True),
        Field("source", "string", "The publisher as the input gave it.", True, few=True),
        Field("language", "string", "The language as the input gave it.", True, few=True),
        Field("text", "string", "The text as given; every offset points into it."),
        Field("sentence_count", "int32", "Sentences in the text.", unit="sentences"),
        Field("coded_sentence_count", "int32", "Sentences that passed the gate and were parsed.", unit="sentences"),
        Field("event_count", "int32", "Events of every realis.", unit="events"),
        Field("dropped", "map<string,int32>", "Candidates that did not become events, by reason.", unit="candidates"),
        _DICTIONARY_VERSION,
        _CODER_VERSION,
        Field(
            "content_hash",
            "string",
            "Hash of all that the input gave; a document with the same is not coded again.",
            True,
        ),
        Field(
            "story_id", "string", "Shared by near-identical documents, each published within a week of another.", True
        ),
        Field("minhash", "binary", "Signature by which near-identical texts are known: 64 values of 16 bits.", True),
    ),
)

SENTENCES = Table(
    "sentences",
    "One row per sentence of every coded document.",
    "published_on",
    ("document_id", "sentence"),
    (
        _DOCUMENT_ID,
        Field("sentence", "int32", "The sentence's number in the document, from 0."),
        _PUBLISHED_ON,
        Field("sentence_start", "int32", "Where it begins in the document's text.", unit="characters"),
        Field("sentence_end", "int32", "Where it ends, exclusive.", unit="characters"),
        Field("sentence_text", "string", "The words of the sentence."),
        Field("coded", "bool", "Whether it passed the gate and was parsed."),
    ),
)

REJECTS = Table(
    "rejects",
    "One row per document, line or file that could not be read or coded, with the reason.",
    "published_on",
    ("location", "reason", "document_id", "detail"),
    (
        Field("document_id", "string", "The document's id, if it is known.", True),
        Field("published_on", "date", "The document's date, if it is known; else the row lies in year=0.", True),
        Field("input", "string", "The file it stands in, or `-` for standard input.", few=True),
        Field("location", "string", "Where it stands, as file:line."),
        Field("reason", "string", "Why it was rejected.", values=REJECT_REASONS, few=True),
        Field("detail", "string", "What is wrong, in one clause."),
        Field("remedy", "string", "What to do about it."),
        Field("source", "string", "The publisher as the input gave it, if it is known.", True, few=True),
    ),
)

RUNS = Table(
    "runs",
    "One row per run of the flow, oldest first.",
    "started_at",
    ("started_at", "run_id"),
    (
        Field("run_id", "string", "The run's id."),
        Field("started_at", "timestamp", "When it began."),
        Field("ended_at", "timestamp", "When coding ended and publishing began."),
        Field("inputs", "list<string>", "What was read, as named by whoever started it."),
        Field("document_count", "int64", "Documents coded.", unit="documents"),
        Field("reject_count", "int64", "Documents, lines or files rejected.", unit="rejects"),
        Field("sentence_count", "int64", "Sentences in those documents.", unit="sentences"),
        Field("coded_sentence_count", "int64", "Sentences that passed the gate and were parsed.", unit="sentences"),
        Field("event_count", "int64", "Events of every realis.", unit="events"),
        Field("actual_event_count", "int64", "Events with realis actual.", unit="events"),
        Field("dropped", "map<string,int32>", "Candidates that did not become events, by reason.", unit="candidates"),
        Field("root_shares", "map<string,float64>", "Share of each CAMEO root in the run's events.", unit="share"),
        _DICTIONARY_VERSION,
        _CODER_VERSION,
        Field("known_count", "int64", "Documents left out, as they were coded before.", True, "documents"),
        Field(
            "unknown_actor_share", "float64", "Share of actors without a country in the actual events.", True, "share"
        ),
        Field("drift", "list<string>", "What is unlike the runs before, beyond the set band; empty if nothing.", True),
    ),
)

#: Every table; those that are computed from others come last.
TABLES: dict[str, Table] = {table.name: table for table in (DOCUMENTS, SENTENCES, EVENTS, REJECTS, RUNS, *ROLLUPS)}


def arrow_schema(table: str) -> pa.Schema:
    """Returns the Arrow schema of a table, with the schema version in its metadata."""
    metadata = {"schema_version": SCHEMA_VERSION, "table": table, "project": "tocsin"}
    return pa.schema([field.arrow for field in TABLES[table].fields], metadata=metadata)


def dictionary_columns(table: str) -> list[str]:
    """Returns the Parquet columns of a table that are stored by dictionary: strings with few values."""
    return [
        f"{field.name}.list.element" if field.type == "list<string>" else field.name
        for field in TABLES[table].fields
        if field.few
    ]


def statistics_columns(table: str) -> list[str]:
    """Returns the Parquet columns that carry smallest and largest value.

    A string that may be null and is not stored by dictionary goes without: where all its values in a row group are
    equal, DuckDB 2.0.0 takes `IS NULL` for true in every row. Nobody looks for a range of such strings anyway.
    """
    return [f.name for f in TABLES[table].fields if f.few or f.type != "string" or not f.nullable]


def comment(field: Field) -> str:
    """Returns a column's meaning with its unit and allowed values, as DuckDB shows it."""
    unit = f" Unit: {field.unit}." if field.unit else ""
    values = f" One of: {', '.join(field.values)}." if field.values else ""
    return f"{field.meaning}{unit}{values}"


def markdown() -> str:
    """Returns the page `docs/fields.md`."""
    lines = [
        "# Fields of the tables",
        "",
        "Made from `warehouse/fields.py` by `make docs`; change it there.",
        f"Schema version {SCHEMA_VERSION}: columns are only ever added.",
        "",
    ]
    for table in TABLES.values():
        lines += [
            f"## {table.name}",
            "",
            table.meaning,
            f"Partitioned by {_partition(table)}, sorted by {', '.join(f'`{n}`' for n in table.sorted_by)}.",
            "",
            "| field | type | null | unit | allowed values | meaning |",
            "|---|---|---|---|---|---|",
        ]
        lines += [
            f"| `{f.name}` | {f.type} | {_yes(f.nullable)} | {f.unit} | {', '.join(f.values)} | {f.meaning} |"
            for f in table.fields
        ]
        lines.append("")
    return "\n".join(lines)


def _partition(table: Table) -> str:
    if table.made_from:
        return f"the year of publication, as {' and '.join(f'`{name}`' for name in table.made_from)}"
    return f"the year of `{table.dated_by}`"


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def main(arguments: list[str]) -> int:
    """Writes the page to the path given, or to `docs/fields.md`."""
    path = Path(arguments[0]) if arguments else Path("docs/fields.md")
    path.write_text(markdown(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
