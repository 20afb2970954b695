"""A small made-up warehouse with everything that the pages show, hostile text included."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from publishing import document_row, event_values, sentence_row
from queries_page import make_warehouse
from warehouse.store import publish, stage

#: Is shown as it stands: nothing in it is HTML, Markdown, TeX or an icon.
HOSTILE = (
    "<img src=http://evil.example/x.png onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
    " **bold** [a link](http://evil.example/) ![](http://evil.example/y.png) $x^2$ :material/home: </blockquote><b>end"
)
HOSTILE_EVENT = "f" * 20
HOSTILE_DAY = date(2023, 3, 4)


def make_dashboard_warehouse(folder: Path) -> None:
    """Publishes some 300 made-up events, two runs, and one document whose title, text and publisher are hostile."""
    make_warehouse(folder)
    text = f"{HOSTILE} attacked the Kremlin."
    start = text.index("attacked")
    event = event_values(HOSTILE_EVENT, "hostile", HOSTILE_DAY) | {
        "event_code": "190",
        "event_root": "19",
        "quad_class": 4,
        "goldstein": -10.0,
        "source_code": "---",
        "source_country": None,
        "source_role": None,
        "source_name": HOSTILE,
        "source_text": HOSTILE,
        "source_start": 0,
        "source_end": len(HOSTILE),
        "trigger_text": "attacked",
        "trigger_start": start,
        "trigger_end": start + 8,
        "target_code": "RUSGOV",
        "target_country": "RUS",
        "target_role": "GOV",
        "target_name": None,
        "target_text": "the Kremlin",
        "target_start": start + 9,
        "target_end": start + 20,
        "place_name": HOSTILE,
        "trace": f"pattern S attack T; source by the text, {HOSTILE}; target by agents/government#kremlin",
    }
    document = document_row("hostile", HOSTILE_DAY, text=text, source=HOSTILE, title=HOSTILE, url="javascript:alert(1)")
    sentence = sentence_row("hostile", HOSTILE_DAY) | {"sentence_text": text, "sentence_end": len(text)}
    staging = stage(folder, "hostile")
    staging.write("documents", 0, [document])
    staging.write("sentences", 0, [sentence])
    staging.write("events", 0, [event])
    reject = {
        "input": HOSTILE,
        "location": HOSTILE,
        "reason": "unreadable",
        "detail": HOSTILE,
        "remedy": "leave it out",
    }
    staging.write("rejects", 0, [reject | {"published_on": HOSTILE_DAY, "source": HOSTILE}])
    staging.write("runs", 0, [run_row("first", 1, 200, 0.5), run_row("second", 2, 95, 0.3)])
    publish(folder, staging)


def run_row(name: str, day: int, events: int, share: float) -> dict[str, object]:
    """Returns a row of `runs`."""
    return {
        "run_id": name,
        "started_at": datetime(2023, 3, day, 8),
        "ended_at": datetime(2023, 3, day, 9),
        "inputs": ["feed.jsonl"],
        "document_count": events,
        "reject_count": 1,
        "sentence_count": events,
        "coded_sentence_count": events,
        "event_count": events,
        "actual_event_count": events,
        "dropped": [("no actor", 2)],
        "root_shares": [("04", share), ("19", 1 - share)],
        "dictionary_version": "fake",
        "coder_version": "0.1.0",
    }
