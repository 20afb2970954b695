"""`tocsin code`: texts in, events out, with no warehouse and no Prefect."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from flows import coding
from flows.console import RejectList, progress
from flows.languages import only_english
from flows.readers import read_documents
from flows.writers import check_output, open_writer


def code_inputs(inputs: Sequence[str], out: Path | None, default_date: date | None = None, workers: int = 1) -> int:
    """Codes inputs and writes their events.

    Args:
        inputs: names of files, folders, globs, or `-`.
        out: where to; the suffix says in which format; None is JSON Lines to the standard output.
        default_date: the date of texts that have none.
        workers: processes.

    Returns:
        How many documents were coded.

    Raises:
        UsageError: before work begins, if an input is missing or the output impossible.
    """
    check_output(out)
    found = only_english(read_documents(inputs, default_date))
    rejects = RejectList()
    coder = coding.load_coder()
    coded = 0
    with open_writer(out) as writer, progress("coding:") as advance:
        for item in coding.code_documents(coder, found, rejects.add, workers):
            writer.write(item.result.events)
            coded += 1
            advance(1, len(item.result.events))
    rejects.summarise()
    return coded
