"""The trace of a text as one self-contained HTML page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coders.explain import SentenceTrace, Trace
    from coders.model import Event, Sentence

STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
blockquote { border-left: .3rem solid #8888; margin: 1rem 0; padding: .2rem 1rem; font-size: 1.1rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid #8886; vertical-align: top; }
mark { padding: 0 .2rem; border-radius: .2rem; color: inherit; }
.S { background: #4a90d966; } .V { background: #f5a62366; } .T { background: #7ed32166; }
code { font-size: .9em; }
"""


def page(trace: Trace) -> str:
    """Returns the page; every word of the text and the dictionaries is escaped."""
    body = "".join(_sentence(t) for t in trace.sentences)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>How it was coded</title><style>{STYLE}</style></head>'
        f"<body><h1>How it was coded</h1><p>Published on {trace.document.date}. Source, trigger and target are marked "
        f'<mark class="S">so</mark>, <mark class="V">so</mark> and <mark class="T">so</mark>.</p>{body}</body></html>\n'
    )


def _sentence(t: SentenceTrace) -> str:
    parts = [f"<h2>Sentence {t.sentence.index}</h2>"]
    if not t.events:
        parts.append(f"<blockquote>{escape(t.sentence.text)}</blockquote><p>No event.</p>")
    for e in t.events:
        sides = f"{escape(e.source_code or 'nobody named')} &rarr; {escape(e.target_code or 'nobody named')}"
        rule = " under ".join([e.rule_id, *reversed(e.operators)])
        parts.append(f"<blockquote>{marked(t.sentence, e)}</blockquote><p><strong>{sides}: {e.event_code}</strong>, ")
        parts.append(
            f"{e.realis}, {e.event_date} ({e.event_date_basis}), confidence {e.confidence:.2f}, <code>{escape(rule)}</code></p>"
        )
    if not t.passes_gate:
        parts.append(
            "<p>The words of no pattern stand in it, or nobody is named: it is not parsed when texts are coded.</p>"
        )
    rows = [(m.text, m.code, m.kind, m.entry or "in no dictionary") for m in t.mentions]
    parts.append(_table("Mentions", ("words", "code", "kind", "dictionary line"), rows, True))
    parts.append(_table("Discarded", ("phrase", "reason"), t.discarded, True))
    dropped = [(d.trigger, d.rule, d.reason) for d in t.dropped]
    parts.append(_table("Candidates that became no event", ("word", "entry", "reason"), dropped, True))
    parts.append(_table("Patterns that matched and lost", ("word", "entry", "why"), t.tried, False))
    parts.append(_table("Patterns that did not match", ("word", "entry", "pattern", "why"), t.failed, False))
    parts.append(_table("Parse", ("word", "base form", "part of speech", "relation", "to"), t.tokens, False))
    return "".join(parts)


def _table(title: str, columns: Iterable[str], rows: Iterable[tuple[str, ...]], is_open: bool) -> str:
    body = "".join("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    if not body:
        return ""
    head = "".join(f"<th>{escape(c)}</th>" for c in columns)
    state = " open" if is_open else ""
    return f"<details{state}><summary>{escape(title)}</summary><table><tr>{head}</tr>{body}</table></details>"


def marked(sentence: Sentence, event: Event) -> str:
    """Returns the sentence as HTML with source, trigger and target marked; where marks overlap the shorter wins."""
    spans = [
        ("S", event.source_start, event.source_end),
        ("V", event.trigger_start, event.trigger_end),
        ("T", event.target_start, event.target_end),
    ]
    owner = [""] * len(sentence.text)
    placed = [(k, a - sentence.start, b - sentence.start) for k, a, b in spans if a is not None and b is not None]
    for kind, start, end in sorted(placed, key=lambda s: s[1] - s[2]):
        for k in range(max(0, start), min(len(owner), end)):
            owner[k] = kind
    out, k = [], 0
    while k < len(owner):
        stop = k
        while stop < len(owner) and owner[stop] == owner[k]:
            stop += 1
        piece = escape(sentence.text[k:stop])
        out.append(f'<mark class="{owner[k]}">{piece}</mark>' if owner[k] else piece)
        k = stop
    return "".join(out)
