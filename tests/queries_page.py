"""Fills in the outputs of `docs/queries.md` from a small made-up warehouse: `python tests/queries_page.py`.

A block of SQL stands before a block of text; the text is what the query gives.
"""

from __future__ import annotations

import re
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "queries.md"
BLOCK = re.compile(r"```sql\n(?P<query>.*?)```\n(?:\n```text\n.*?```\n)?", re.DOTALL)
ACTS = (
    ("010", 1, 0.0, "said", "verbs/01_state#say"),
    ("042", 1, 1.9, "visited", "verbs/04_consult#visit"),
    ("112", 3, -2.0, "accused", "verbs/11_disapprove#accuse"),
    ("141", 3, -6.5, "protested against", "verbs/14_protest#protest"),
    ("173", 4, -5.0, "arrested", "verbs/17_coerce#arrest"),
    ("190", 4, -10.0, "attacked", "verbs/19_fight#attack"),
    ("040", 1, 1.0, "met", "verbs/04_consult#meet"),
)
ACTORS = (
    ("KAZGOV", "KAZ", "GOV", "the Kazakh government"),
    ("KAZOPP", "KAZ", "OPP", "the Kazakh opposition"),
    ("RUSGOV", "RUS", "GOV", "the Kremlin"),
    ("UKRGOV", "UKR", "GOV", "Kyiv"),
    ("RUSMIL", "RUS", "MIL", "Russian troops"),
)


def make_warehouse(folder: Path) -> None:
    """Publishes some 300 made-up events of 2021 and 2022, always the same ones."""
    from publishing import document_row, event_values, sentence_row
    from warehouse.store import publish, stage

    documents, sentences, events = [], [], []
    for number in range(300):
        day = date(2021, 3, 1) + timedelta(days=number * 2 if number % 7 else number * 2 + 1)
        code, quad, score, words, rule = ACTS[number * number % 7 if number < 200 else (number * 3 + number // 5) % 7]
        source = ACTORS[number * 3 % 5]
        target = ACTORS[(number * 3 + 1 + number // 4 % 4) % 5]
        name = f"news-{number:03}"
        text = f"{source[3][0].upper()}{source[3][1:]} {words} {target[3]}."
        start = text.index(f" {words} ") + 1
        changes: dict[str, object] = {
            "event_date": day - timedelta(days=number % 3),
            "event_code": code,
            "event_root": code[:2],
            "quad_class": quad,
            "goldstein": score,
            "trigger_text": words,
            "trigger_start": start,
            "trigger_end": start + len(words),
            "rule_id": rule,
            "place_country": "KAZ" if number % 4 == 0 else None,
            "participants": 100 * (number % 9) if code == "141" else None,
            "story_id": f"story-{number // 3 * 3:03}" if number % 25 < 3 else f"story-{number:03}",
            "realis": "hypothetical" if number % 17 == 5 else "actual",
            "trace": f"pattern S {rule.partition('#')[2]} T; source by agents/government#government; target by the text, a name",
        }
        for side, actor, at in (("source", source, 0), ("target", target, start + len(words) + 1)):
            parts = {"code": actor[0], "country": actor[1], "role": actor[2], "text": actor[3], "name": None}
            parts |= {"start": at, "end": at + len(actor[3])}  # type: ignore[dict-item]
            changes |= {f"{side}_{part}": value for part, value in parts.items()}
        made = [event_values(f"{number:020x}", name, day) | changes]
        if code == "040":  # a meeting has a second direction
            turned = {
                key: changes[("target" if key.startswith("source") else "source") + key[6:]]
                for key in changes
                if key.startswith(("source_", "target_"))
            }
            made.append(made[0] | turned | {"event_id": f"{number + 5000:020x}", "mirror_of": made[0]["event_id"]})
        events += made
        source_name = ("Astana Wire", "River Post", None)[number % 3 if number % 11 else 2]
        given = {"text": text, "source": source_name, "title": f"Report {number}", "story_id": changes["story_id"]}
        documents.append(document_row(name, day, len(made), **given))
        sentences.append(sentence_row(name, day) | {"sentence_text": text, "sentence_end": len(text)})
    staging = stage(folder, "page")
    staging.write("documents", 0, documents)
    staging.write("sentences", 0, sentences)
    staging.write("events", 0, events)
    reject = {"input": "feed.jsonl", "reason": "empty", "detail": "the text is empty", "remedy": "leave it out"}
    rows = [
        reject | {"location": f"feed.jsonl:{n}", "published_on": date(2021, 4, n), "source": "River Post"}
        for n in (2, 3)
    ]
    staging.write("rejects", 0, rows)
    publish(folder, staging)


def filled(page: str, warehouse: Path) -> str:
    """Returns the page with the outputs of its queries."""
    from warehouse import catalog

    with catalog.connect(warehouse) as database:

        def fill(match: re.Match[str]) -> str:
            query = match["query"]
            answer = catalog.ask(database, "\n".join(x for x in query.splitlines() if not x.startswith("--")))
            return f"```sql\n{query}```\n\n```text\n{as_text(answer.columns, answer.rows)}```\n"

        return BLOCK.sub(fill, page)


def as_text(columns: tuple[str, ...], rows: tuple[tuple[object, ...], ...]) -> str:
    """Returns rows in columns of equal width."""
    cells = [list(columns), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(line[i]) for line in cells) for i in range(len(columns))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def main() -> int:
    """Writes the page anew."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    with tempfile.TemporaryDirectory() as folder:
        make_warehouse(Path(folder))
        PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
