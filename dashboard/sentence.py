"""Sentences as HTML, with source, trigger and target marked. Every word of a text is escaped: it is data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

ROLES = ("source", "trigger", "target")
#: For pages that show marked sentences, in light and dark.
STYLE = """
.sentence { font-size: 1.1rem; line-height: 1.9; border-left: .25rem solid #8886; padding: .2rem 0 .2rem 1rem;
  margin: .5rem 0; overflow-wrap: anywhere; white-space: pre-line; }
.sentence mark, .legend mark { color: inherit; border-radius: .25rem; padding: .1rem .25rem; border-bottom: .15rem solid; }
mark.source { background: #2f7ed833; border-color: #2f7ed8; }
mark.trigger { background: #e69f0033; border-color: #e69f00; }
mark.target { background: #009e7333; border-color: #009e73; }
mark small { font-size: .65rem; letter-spacing: .04em; text-transform: uppercase; opacity: .8; margin-right: .3rem; }
.elsewhere { opacity: .8; }
"""


def marked_sentence(event: Mapping[str, Any]) -> str:
    """Returns the event's sentence as HTML; words that stand in other sentences follow it.

    Args:
        event: a row with the offsets of source, trigger and target, and `sentence_text` and `sentence_start`, which
            are null where the warehouse has no such sentence.
    """
    if event["sentence_text"] is None:
        said = "; ".join(f"{role}: {escape(str(event[f'{role}_text']))}" for role in ROLES if event[f"{role}_text"])
        return f'<p class="sentence">The sentence is not in the warehouse. {said}</p>'
    parts = [_mark(words, role) for words, role in pieces(event)]
    for role in ROLES:
        if event[f"{role}_start"] is not None and _place(event, role) is None:
            words = f'<mark class="{role}"><small>{role}</small>{escape(str(event[f"{role}_text"]))}</mark>'
            parts.append(f'<span class="elsewhere"> [elsewhere in the text: {words}]</span>')
    return f'<blockquote class="sentence">{"".join(parts)}</blockquote>'


def pieces(event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yields the sentence in pieces, each with the role that it has or an empty text; the shorter of two marks wins."""
    text = event["sentence_text"]
    owner = [""] * len(text)
    places = [(place, role) for role in ROLES if (place := _place(event, role))]
    for (start, end), role in sorted(places, key=lambda item: item[0][0] - item[0][1]):
        owner[start:end] = [role] * (end - start)
    begin = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or owner[at] != owner[begin]:
            yield text[begin:at], owner[begin]
            begin = at


def _place(event: Mapping[str, Any], role: str) -> tuple[int, int] | None:
    """Returns where the words of a role lie in the sentence, or None if they do not."""
    if event[f"{role}_start"] is None:
        return None
    start, end = event[f"{role}_start"] - event["sentence_start"], event[f"{role}_end"] - event["sentence_start"]
    return (start, end) if 0 <= start < end <= len(event["sentence_text"]) else None


def _mark(words: str, role: str) -> str:
    return f'<mark class="{role}"><small>{role}</small>{escape(words)}</mark>' if role else escape(words)
