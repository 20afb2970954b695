"""The whole trace of how a text was coded, or why it was not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coders.acts import Act, Evaluator
from coders.events import Dropped, EventBuilder
from coders.explain_page import page
from coders.frames import why_not
from coders.graph import Graph
from coders.mentions import DocumentMentions
from coders.model import Document, Event, Mention, Sentence
from coders.resolve import Resolver
from tocsin import __version__

if TYPE_CHECKING:
    from coders.coder import Coder


#: How many patterns that did not match the terminal shows; the page shows all.
MOST_FAILED = 25


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """What happened in one sentence."""

    sentence: Sentence
    passes_gate: bool
    tokens: tuple[tuple[str, str, str, str, str], ...]
    mentions: tuple[Mention, ...]
    discarded: tuple[tuple[str, str], ...]
    tried: tuple[tuple[str, str, str], ...]
    failed: tuple[tuple[str, str, str, str], ...]
    acts: tuple[tuple[str, Act], ...]
    events: tuple[Event, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """How a text was coded, sentence by sentence."""

    document: Document
    sentences: tuple[SentenceTrace, ...]
    subject: str | None = None

    def to_text(self) -> str:
        """Returns the trace for a terminal."""
        about = [f"A document of {self.subject}: nothing in it is coded."] if self.subject is not None else []
        return "\n\n".join([*about, *(_describe(t) for t in self.sentences)])

    def to_html(self) -> str:
        """Returns the trace as one self-contained page; the text is escaped."""
        return page(self)

    def __str__(self) -> str:
        return self.to_text()


def explain_document(
    coder: Coder,
    document: Document,
    sentences: Sequence[Sentence],
    mentions: DocumentMentions,
    graphs: Iterable[Graph],
    subject: str | None = None,
) -> Trace:
    """Codes a document and keeps every step; one about a `subject` that is no politics gives no event."""
    out = []
    for sentence, graph in zip(sentences, graphs, strict=True):
        builder = EventBuilder(document, mentions, coder.dictionaries, __version__, coder.dictionary_version)
        resolver = Resolver(graph, mentions, coder.dictionaries.reporting_verbs)
        blocked = coder.discards.blocked(graph, sentence, mentions)
        evaluator = Evaluator(coder.grammar, graph, resolver, sentence.text.rstrip("\"'”’ )").endswith("?"), blocked)
        acts = evaluator.acts()
        events = builder.build(sentence, graph, resolver, acts) if subject is None else []
        tokens = tuple(
            (graph.text[i], graph.lemma[i], graph.pos[i], graph.rel[i], graph.text[graph.head[i]])
            for i in range(graph.size)
        )
        found = tuple((sentence.text[s:e], reason) for s, e, reason in coder.discards.found(sentence.text))
        tried = tuple((graph.text[i], rule, why) for i, rule, why in evaluator.losers)
        failed = _failed(coder, graph)
        out.append(
            SentenceTrace(
                sentence,
                coder.codable(sentence, mentions),
                tokens,
                tuple(mentions.between(sentence.start, sentence.end)),
                found,
                tried,
                failed,
                tuple((graph.text[a.trigger], a) for a in acts),
                tuple(events),
                tuple(builder.details),
            )
        )
    return Trace(document, tuple(out), subject)


def _failed(coder: Coder, graph: Graph) -> tuple[tuple[str, str, str, str], ...]:
    """Every pattern of every verb of the sentence that did not match: word, entry, pattern, reason."""
    out = []
    for i in range(graph.size):
        bucket = coder.grammar.index.verbs.get(graph.lemma[i]) if graph.is_verb(i) else None
        for row in bucket.patterns if bucket is not None else ():
            reason = why_not(graph, i, row.pattern)
            if reason:
                out.append((graph.text[i], row.entry.rule, row.pattern.text, reason))
    return tuple(dict.fromkeys(out))


def _describe(trace: SentenceTrace) -> str:
    lines = [f"Sentence {trace.sentence.index}: {trace.sentence.text}"]
    if not trace.passes_gate:
        lines.append("  the words of no pattern stand in it, or nobody is named: not parsed when texts are coded")
    lines.append("  Parse: " + " ".join(f"{w}/{p}/{r}>{h}" for w, _, p, r, h in trace.tokens))
    lines.append("  Mentions:")
    for m in trace.mentions:
        known = f" = {m.name}" if m.name and m.name != m.text else ""
        lines.append(f"    {m.text}{known}: {m.code} ({m.kind}, {m.entry or 'in no dictionary'})")
    for phrase, reason in trace.discarded:
        lines.append(f"  Discarded: {phrase!r} ({reason})")
    if trace.tried:
        lines.append("  Patterns that matched and lost:")
        lines.extend(f"    {word}: {rule}, {why}" for word, rule, why in trace.tried[:40])
    if trace.failed:
        lines.append("  Patterns tried that did not match:")
        lines.extend(f"    {word}: {text} ({rule}): {why}" for word, rule, text, why in trace.failed[:MOST_FAILED])
        if len(trace.failed) > MOST_FAILED:
            lines.append(f"    and {len(trace.failed) - MOST_FAILED} more")
    lines.append("  Acts:" if trace.acts else "  No pattern matched.")
    for word, act in trace.acts:
        operators = f" under {' over '.join(act.operators)}" if act.operators else ""
        lines.append(f"    {word}: {act.code} by {act.rule}{operators}, {act.realis}, score {act.score:.1f}")
    lines.append("  Events:" if trace.events else "  No event.")
    lines.extend(_describe_event(e) for e in trace.events)
    lines.extend(f"  Dropped: {d.trigger} ({d.rule}): {d.reason}" for d in trace.dropped)
    return "\n".join(lines)


def _describe_event(e: Event) -> str:
    sides = f"{e.source_code or 'nobody named'} -> {e.target_code or 'nobody named'}"
    words = f"{e.source_text} | {e.trigger_text} | {e.target_text}"
    return f"    {sides}: {e.event_code} ({e.realis}, {e.event_date}, confidence {e.confidence:.2f}) [{words}]"
