"""Reads the pages of `docs/codebook`; `python tests/codebook_pages.py` fills in their headings and the names of the entries.

An example stands on a line of its own: `- Sentence. — `KENGOV -> UGAGOV 040 and back``, where *nobody* is an empty side,
*and back* the mirror of a symmetric act, a last word the realis unless it is actual, a semicolon divides several events, and
*nothing* is no event. An example that is not coded so yet has *(not yet)* behind it.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "codebook"
HEADING = re.compile(r"^## (?P<code>\d{3,4})\b(?: (?P<label>.+))?$", re.MULTILINE)
NAMES = re.compile(r"^\*\*(?:Entries|Composed):\*\*.*\n", re.MULTILINE)
EXAMPLE = re.compile(r"^- (?P<text>.+?) — `(?P<coding>[^`]+)`(?P<open> \(not yet\))?$", re.MULTILINE)
CLASS_NAMES = {
    "any": "any other act",
    "none": "an act without a code",
    "cooperation": "any cooperative act",
    "hostile": "any hostile act",
    "verbal": "any act of words",
}

if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from coders import Event  # noqa: E402
from dictionaries import Dictionaries, read  # noqa: E402


@dataclass(frozen=True, slots=True)
class CodebookExample:
    """A sentence of a page and how it is coded.

    Args:
        page: the name of the file.
        code: the code under whose heading it stands; empty above the first one.
        coding: one event each.
        expected: whether it is coded so today.
    """

    page: str
    code: str
    text: str
    coding: tuple[str, ...]
    expected: bool


def pages() -> list[Path]:
    """Returns the pages in the order of the roots, the index last."""
    return [*sorted(FOLDER.glob("[0-9]*.md")), FOLDER / "README.md"]


def sections(text: str) -> Iterator[tuple[str, str, str]]:
    """Yields code, label and text of each part of a page; what stands above the first heading has an empty code."""
    found = list(HEADING.finditer(text))
    yield "", "", text[: found[0].start()] if found else text
    for match, end in zip(found, [m.start() for m in found[1:]] + [len(text)], strict=False):
        yield match["code"], match["label"] or "", text[match.end() : end]


def examples() -> list[CodebookExample]:
    """Returns all examples of the pages."""
    out = []
    for page in pages():
        for code, _, part in sections(page.read_text(encoding="utf-8")):
            for m in EXAMPLE.finditer(part):
                coding = () if m["coding"] == "nothing" else tuple(sorted(m["coding"].split("; ")))
                out.append(CodebookExample(page.name, code, m["text"], coding, m["open"] is None))
    return out


def shown(events: Sequence[Event]) -> tuple[str, ...]:
    """Writes the events that a text states as the pages do; acts that are only thought of or denied are left out."""
    stated = [e for e in events if e.realis not in ("negated", "hypothetical")]
    ids = {e.event_id for e in stated}
    mirrors = {e.mirror_of for e in stated if e.mirror_of}
    out = []
    for e in stated:
        if e.mirror_of in ids:
            continue
        back = " and back" if e.event_id in mirrors else ""
        realis = "" if e.realis == "actual" else f" {e.realis}"
        out.append(f"{e.source_code or 'nobody'} -> {e.target_code or 'nobody'} {e.event_code}{back}{realis}")
    return tuple(sorted(out))


def names(code: str, dictionaries: Dictionaries) -> str:
    """Returns the line that names the entries of a code and the operators that compose it."""
    entries = [e.rule.rpartition("#")[2] for e in dictionaries.verbs if e.code == code]
    inner: defaultdict[str, list[str]] = defaultdict(list)
    for row in dictionaries.compositions:
        if row.code == code:
            inner[row.operator].append(CLASS_NAMES.get(row.inner, row.inner))
    parts = ["**Entries:** " + ", ".join(f"`{e}`" for e in entries) + "."] if entries else []
    if inner:
        composed = "; ".join(f"`{operator}` over {', '.join(acts)}" for operator, acts in sorted(inner.items()))
        parts.append(f"**Composed:** {composed}.")
    return " ".join(parts)


def filled(text: str, dictionaries: Dictionaries) -> str:
    """Returns a page with the labels and entries of today."""
    out = []
    for code, _, part in sections(text):
        if not code:
            out.append(part)
            continue
        body = re.sub(r"\n{3,}", "\n\n", NAMES.sub("", part))
        before, mark, after = body.partition("\n- ")
        line = names(code, dictionaries)
        label = dictionaries.cameo[code].label
        out.append(f"## {code} {label}{before.rstrip()}\n\n{line}\n{mark}{after}".replace("\n\n\n", "\n\n"))
    return "".join(out)


def main() -> int:
    """Writes the pages anew."""
    dictionaries = read()
    for page in pages()[:-1]:
        page.write_text(filled(page.read_text(encoding="utf-8"), dictionaries), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
