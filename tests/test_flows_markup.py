"""HTML pages, feeds, sentence XML and packed files: what is read from them, and what is left alone."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from coders.model import Document
from flows.feeds import read_items
from flows.languages import detect, only_english
from flows.readers import read_documents
from flows.records import Located
from flows.rejects import Reject

PARAGRAPH = "Chad accused Sudan of shelling two villages near the border, and the government asked for an inquiry. " * 4
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Chad accuses Sudan</title>
<meta property="og:site_name" content="River Post"><meta property="article:published_time" content="2022-01-09T05:00:00Z">
<link rel="canonical" href="https://river.example/chad"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Chad accuses Sudan</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH.replace("two", "three")}</p></article>
<footer>Cookies and terms of use</footer></body></html>"""
SENTENCES = """<?xml version="1.0" encoding="UTF-8"?>
<Sentences>
<Sentence date="20150803" id="AFP001_1" source="AFP" sentence="True" evaluate="true">
<Text>
Chad accused Sudan
of shelling &amp; looting.
</Text>
<Parse>(ROOT (S (NP (NNP CHAD))))</Parse>
</Sentence>
<Sentence date="20150803" id="AFP001_2" source="AFP" sentence="True"><Text>Sudan denied it.</Text></Sentence>
<Sentence id='whole' date='950107' sentence='False'><Text>Police arrested a man.</Text></Sentence>
</Sentences>"""
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>River Post</title>
<item><title>One</title><link>/one</link><guid isPermaLink="false">r-1</guid>
<pubDate>Sun, 09 Jan 2022 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{PARAGRAPH}</p>]]></content:encoded></item>
<item><title>Two &nbsp; broken</title><link>https://river.example/two</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill Times</title><entry><id>tag:1</id><title>Three</title>
<link rel="self" href="https://hill.example/api"/><link href="https://hill.example/three"/>
<published>2022-01-09T05:00:00Z</published><summary>Police arrested a man.</summary></entry></feed>"""


def read(path: Path) -> list[Located | Reject]:
    return list(read_documents([str(path)]))


def documents(path: Path) -> list[Document]:
    found = read(path)
    assert all(isinstance(item, Located) for item in found), found
    return [item.document for item in found if isinstance(item, Located)]


def test_page_gives_title_date_text_and_publisher(tmp_path: Path) -> None:
    (tmp_path / "page").write_text(PAGE)
    (document,) = documents(tmp_path / "page")
    assert (document.title, document.date, document.source) == ("Chad accuses Sudan", date(2022, 1, 9), "River Post")
    assert document.url == "https://river.example/chad"
    assert PARAGRAPH.strip() in document.text
    assert "Sport" not in document.text and "Cookies" not in document.text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_page_in_another_encoding_is_decoded(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.replace("villages", "châteaux – “villages”").encode(encoding))
    assert "châteaux – “villages”" in documents(tmp_path / "page.html")[0].text


def test_sentences_of_a_story_are_one_document(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text(SENTENCES)
    story, whole = documents(tmp_path / "x.xml")
    assert (story.id, story.date, story.source) == ("AFP001", date(2015, 8, 3), "AFP")
    assert story.text == "Chad accused Sudan of shelling & looting.\n\nSudan denied it."
    assert (whole.id, whole.date, whole.text) == ("whole", date(1995, 1, 7), "Police arrested a man.")


def test_last_sentence_of_a_cut_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text(SENTENCES.partition("<Sentence id='whole'")[0])
    assert [document.id for document in documents(tmp_path / "x.xml")] == ["AFP001"]


def test_feed_gives_what_stands_in_it(tmp_path: Path) -> None:
    (tmp_path / "rss").write_text(RSS)
    first, second = read(tmp_path / "rss")
    assert isinstance(first, Located) and isinstance(second, Reject)
    document = first.document
    assert (document.id, document.date, document.source) == ("r-1", date(2022, 1, 10), "River Post")
    assert document.text == PARAGRAPH.strip()
    assert second.reason == "no_date"


def test_feed_links_are_made_absolute() -> None:
    assert (
        next(item.url for item in read_items(RSS.encode(), "https://river.example/feed")) == "https://river.example/one"
    )
    (item,) = read_items(ATOM.encode())
    assert (item.id, item.url, item.date) == ("tag:1", "https://hill.example/three", date(2022, 1, 9))
    assert item.publisher == "Hill Times"


@pytest.mark.parametrize("name", ["x.jsonl.zst", "x.jsonl.gz", "x"])
def test_packed_files_are_unpacked(tmp_path: Path, name: str) -> None:
    data = json.dumps({"id": "a", "date": "2022-01-09", "text": "Chad accused Sudan."}).encode() * 1
    packed = gzip.compress(data) if name.endswith("gz") else pa.compress(data, "zstd", asbytes=True)
    (tmp_path / name).write_bytes(packed)
    assert [document.id for document in documents(tmp_path / name)] == ["a"]


def test_packed_text_is_called_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "x.txt.zst").write_bytes(pa.compress(b"date 2022-01-09 Chad.", "zstd", asbytes=True))
    assert documents(tmp_path / "x.txt.zst")[0].id == "x"


OTHERS = {
    "fr": "Le président a rencontré le ministre à Paris hier pour discuter de la crise dans la région.",
    "de": "Der Minister sagte am Montag, dass die Truppen in das Land einmarschiert seien.",
    "es": "El gobierno anunció ayer en Madrid nuevas medidas contra la corrupción en los partidos.",
    "ru": "Президент встретился с министром обороны в Москве.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_recognised(language: str) -> None:
    assert detect(OTHERS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "Both Chad and Niger granted asylum to Libyan officers.",
        "Boko Haram vowed to kidnap more Nigerian teachers.",
        "Turkey jails six journalists",
        "Iran rejects U.S. offer",
        "Germany sent Ukraine tanks.",
        "",
    ],
)
def test_short_english_is_not_taken_for_another_language(text: str) -> None:
    assert detect(text) is None


def test_documents_in_other_languages_are_set_aside() -> None:
    day = date(2022, 1, 9)
    found = [
        Located("x:1", Document("a", day, "Chad accused Sudan of shelling two villages.")),
        Located("x:2", Document("b", day, OTHERS["fr"])),
        Located("x:3", Document("c", day, "Chad accused Sudan.", language="Spanish")),
        Located("x:4", Document("d", day, OTHERS["fr"], language="en-GB")),
    ]
    kept = list(only_english(found))
    assert [item.document.id if isinstance(item, Located) else item.reason for item in kept] == [
        "a",
        "not_english",
        "not_english",
        "d",
    ]


def test_list_of_names_is_known_for_english_by_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The detector, which takes much memory, is not even asked."""
    monkeypatch.setattr("flows.languages._detected", lambda text: pytest.fail(f"asked about {text!r}"))
    assert (
        detect("Best song: Lena Okoro, Kai Brandt. Best album: Lena Okoro. Best new group: Three Loud Sisters.") is None
    )
