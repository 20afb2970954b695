"""Finds what is wrong with the characters of dictionary files, before anything is made of their words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dictionaries.files import Files
from dictionaries.model import Fault

#: Spaces that look like others, marks without width or that turn the direction of writing, and control characters.
INVISIBLE = re.compile(
    "[\u0000-\u0008\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u00a0\u00ad\u034f\u061c\u1680\u180e\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb]"
)
NAMES = {"\t": "a tab", "\u00a0": "a no-break space", "\u200b": "a zero-width space", "\u00ad": "a soft hyphen"}
PATTERNS = ("actors/*.csv", "agents/*.csv", "ontology/*.csv", "operators/*.*", "verbs/*.yaml", "words/*.yaml")
#: The folders of dictionaries, and the files that are read of them.
SUFFIXES = {
    "actors": ".csv",
    "agents": ".csv",
    "ontology": ".csv",
    "operators": ".csv .yaml",
    "verbs": ".yaml",
    "words": ".yaml",
}
READ_ONLY = {
    "words": re.compile(r"sets.*|discards|reporting_verbs|domains|stories|common_words|new_verbs|first_names"),
    "operators": re.compile(r"operators|composition"),
    "ontology": re.compile(r"cameo|plover|actor_codes"),
}


def character_faults(files: Files) -> Iterator[Fault]:
    """Yields invisible characters, carriage returns, and files that nothing reads."""
    for pattern in PATTERNS:
        for file in files.find(pattern):
            try:
                text = file.path.read_bytes().decode("utf-8").removeprefix("\ufeff")
            except (OSError, UnicodeDecodeError):
                continue  # reading says so
            if "\r" in text:
                line = text[: text.index("\r")].count("\n") + 1
                remedy = "save the file with the line ends of Unix"
                yield Fault(file.shown, line, "lines end in carriage returns", remedy, "line-ends", True)
            if INVISIBLE.search(text):
                for number, line_text in enumerate(text.split("\n"), 1):
                    for found in dict.fromkeys(INVISIBLE.findall(line_text)):
                        column = line_text.index(found) + 1
                        name = NAMES.get(found) or unicodedata.name(found, f"U+{ord(found):04X}").lower()
                        what = f"{name} in column {column}"
                        yield Fault(file.shown, number, what, "write a plain space, or nothing", "invisible-character")


def unread_files(files: Files) -> Iterator[Fault]:
    """Yields files in the folders of dictionaries that nothing reads, such as `verbs/new.yml`."""
    for folder, suffixes in SUFFIXES.items():
        for file in files.find(f"{folder}/*"):
            if file.path.is_dir() or file.path.name.startswith("."):
                continue
            names = READ_ONLY.get(folder)
            stem, suffix = file.path.stem, file.path.suffix
            if suffix not in suffixes.split() or (names is not None and not names.fullmatch(stem)):
                remedy = f"name it as README.md says, with {' or '.join(suffixes.split())}"
                yield Fault(file.shown, 1, "no part of Tocsin reads this file", remedy, "unread-file", True)
