"""Reads numbers of people from the tokens around an act."""

from __future__ import annotations

from coders.graph import Graph

SMALL = {w: i for i, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen".split())}  # fmt: skip
TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
PLURAL_SCALES = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens": 20}
DEATHS = frozenset("kill die slay murder assassinate execute massacre behead slaughter shoot death killing".split())
INJURIES = frozenset("injure wound hurt maim injury".split())
ARRESTS = frozenset("arrest detain jail imprison round hold capture seize arrest detention take".split())


def parse_number(words: list[str]) -> int | None:
    """Returns the number that the lower-case words express, at least; None if they express none."""
    total = current = 0
    seen = False
    fraction = 0.0
    for word in words:
        for piece in word.split("-"):
            plain = piece.replace(",", "")
            if plain.isdecimal():
                current += int(plain)
            elif plain.replace(".", "", 1).isdecimal():
                fraction = float(plain)
                continue
            elif piece in SMALL:
                current += SMALL[piece]
            elif piece in TENS:
                current += TENS[piece]
            elif piece in SCALES:
                current = int((fraction or max(current, 1)) * SCALES[piece])
                fraction = 0.0
                if SCALES[piece] >= 1000:
                    total, current = total + current, 0
            elif piece in PLURAL_SCALES:
                current = max(current, PLURAL_SCALES[piece])
            else:
                continue
            seen = True
    value = total + current
    return value if seen and 0 < value < 10_000_000 else None


def count_of(graph: Graph, token: int) -> int | None:
    """Returns how many a noun phrase speaks of: *four Turkish soldiers*, *dozens of people*; None if it does not say."""
    words = [graph.lower[c] for c in _number_tokens(graph, token)]
    if graph.pos[token] == "NUM" or graph.lower[token] in PLURAL_SCALES:
        words.append(graph.lower[token])
    head = graph.head[token]
    if (
        graph.rel[token] == "prep_object"
        and graph.lower[head] == "of"
        and graph.lower[graph.head[head]] in PLURAL_SCALES
    ):
        words.append(graph.lower[graph.head[head]])
    return parse_number(words) if words else None


def _number_tokens(graph: Graph, token: int) -> list[int]:
    out: list[int] = []
    for c in graph.children[token]:
        if graph.rel[c] == "number":
            out.extend(k for k in graph.subtree(c) if graph.pos[k] == "NUM")
    return sorted(out)


def casualties(graph: Graph, trigger: int, targets: tuple[int, ...], root: str) -> dict[str, int]:
    """Returns deaths, injuries, detained or participants that the words near a trigger give."""
    lemma = graph.lemma[trigger]
    counts = [n for t in targets for n in [count_of(graph, t)] if n is not None]
    number = sum(counts) if counts else None
    out: dict[str, int] = {}
    if number is not None:
        if lemma in DEATHS and root in ("17", "18", "19", "20"):
            out["deaths"] = number
        elif lemma in INJURIES:
            out["injuries"] = number
        elif lemma in ARRESTS and root == "17":
            out["detained"] = number
    if root in ("18", "19", "20"):
        for c in graph.children[trigger]:
            if (
                graph.rel[c] in ("adverbial_clause", "conj")
                and graph.is_verb(c)
                and graph.lemma[c] in DEATHS | INJURIES
            ):
                found = [n for o in graph.arguments(c).objects for n in [count_of(graph, o)] if n is not None]
                if found:
                    out.setdefault("deaths" if graph.lemma[c] in DEATHS else "injuries", sum(found))
    return out
