"""What the commands print to the standard error: faults, rejects and progress."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from flows.rejects import Reject
from tocsin import TocsinError

#: Rejects that are printed in full; the others are counted by reason.
REJECTS_PRINTED = 100


def print_error(error: TocsinError) -> None:
    """Prints a fault to the standard error."""
    print(f"tocsin: {error}", file=sys.stderr)


@dataclass(slots=True)
class RejectList:
    """Prints rejects as they come, one a line, and counts them."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, reject: Reject) -> None:
        """Prints and counts a reject."""
        if self.counts.total() < REJECTS_PRINTED:
            print(f"rejected {reject}", file=sys.stderr)
        self.counts[reject.reason] += 1

    def summarise(self) -> None:
        """Prints how many there were, if there were more than were printed."""
        if (total := self.counts.total()) > REJECTS_PRINTED:
            reasons = ", ".join(f"{count} {reason}" for reason, count in self.counts.most_common())
            print(f"rejected {total} in all: {reasons}", file=sys.stderr)


class Progress(Protocol):
    """Shows how far the work is."""

    def __call__(self, documents: int, events: int) -> None:
        """Adds to what is done."""


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    """Shows a counter on the standard error while work goes on, if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda documents, events: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn(what + " {task.fields[documents]:,} documents, {task.fields[events]:,} events"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, documents=0, events=0, total=None)
        done = [0, 0]

        def advance(documents: int, events: int) -> None:
            done[0] += documents
            done[1] += events
            bar.update(task, documents=done[0], events=done[1])

        yield advance
