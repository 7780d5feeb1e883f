"""Entries with full text become articles, others are followed or refused with a reason."""

import hashlib

import pytest

from reportedly.types.article import Article, Rejection
from reportedly.types.limits import Limits

FULL = """<item><title>Ferry “sold”</title><link>https://kivu.example/ferry</link>
<dc:creator>Amina Noor</dc:creator>
<pubDate>Tue, 12 May 2020 18:05:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The mayor denied it&nbsp;&#8211; “twice”.</p><script>x()</script>
<p>Two <b>aides</b>
confirmed it.</p>]]></content:encoded></item>"""
LINK = "<item><title>Strike</title><link>/strike</link><description>Only a teaser.</description></item>"
BARE = "<item><title>Note</title><description>Only a teaser.</description></item>"
PAGE = b"<html><body><p>Dockers went back to work on Monday, the union said.</p></body></html>"


def rss(*items, prolog='<?xml version="1.0"?>'):
    return f"""{prolog}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Kivu Post</title><link>https://kivu.example</link>
<language>en-gb</language>{"".join(items)}</channel></rss>""".encode()


def test_entry_with_full_text_becomes_an_article(article):
    found = article(rss(FULL), outlet="Other")
    assert found.text == "The mayor denied it\u00a0– “twice”.\nTwo aides confirmed it."
    assert (found.outlet, found.title, found.author) == ("Kivu Post", "Ferry “sold”", "Amina Noor")
    assert (found.url, found.published) == ("https://kivu.example/ferry", "2020-05-12T18:05:00+02:00")
    assert (found.language, found.provenance.format) == ("en", "feed")
    assert found.provenance.source.endswith("#entry 1")
    assert found.provenance.digest == hashlib.sha256(rss(FULL)).hexdigest()


def test_atom_entry_becomes_an_article(article):
    found = article(
        b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Kivu Post</title><entry><title>T</title>
        <published>2020-05-12T18:05:00Z</published><link href="https://kivu.example/a"/>
        <content type="text">Kept  as it is &lt;b&gt;.</content></entry></feed>"""
    )
    assert (found.text, found.published) == ("Kept  as it is <b>.", "2020-05-12T18:05:00+00:00")


def test_entry_with_a_link_only_asks_for_follow(rejection):
    assert "--follow" in rejection(rss(LINK.replace("/strike", "https://kivu.example/strike"))).advice


def test_entry_with_neither_text_nor_link_says_so(rejection):
    assert "only a summary and no link" in rejection(rss(BARE), follow=True).reason


def test_link_is_followed_and_the_entry_fills_the_gaps(article, web):
    web.add("https://kivu.example/feed", rss(LINK), "application/rss+xml")
    web.add("https://kivu.example/strike", PAGE)
    found = article("https://kivu.example/feed", follow=True, outlet="Other")
    assert found.text == "Dockers went back to work on Monday, the union said."
    assert (found.title, found.outlet, found.url) == ("Strike", "Kivu Post", "https://kivu.example/strike")
    assert found.provenance.source == "https://kivu.example/feed#entry 1"
    assert found.provenance.final_url == "https://kivu.example/strike"


def test_bad_entries_do_not_stop_the_feed(read, web):
    gone = LINK.replace("/strike", "https://kivu.example/gone")
    picture = LINK.replace("/strike", "https://kivu.example/picture")
    loop = LINK.replace("/strike", "https://kivu.example/feed")
    web.add("https://kivu.example/picture", b"\x89PNG\r\n\x1a\n0000")
    web.add("https://kivu.example/feed", rss(gone, picture, loop, FULL), "application/rss+xml")
    *refused, kept = read("https://kivu.example/feed", follow=True)
    assert [type(one) for one in refused] == [Rejection] * 3
    assert [one.source[-8:] for one in refused] == ["#entry 1", "#entry 2", "#entry 3"]
    assert isinstance(kept, Article)


def test_feed_without_entries_is_refused(rejection):
    assert rejection(rss()).reason == "This feed has no entries."


BOMB = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "prolog",
    [
        f'<?xml version="1.0"?>{BOMB}',
        BOMB,
        f"<!-- harmless -->\n<!-- <rss> -->{BOMB}",
        '<!DOCTYPE rss SYSTEM "file:///etc/passwd">',
        "<!-- c -->" * 5000 + BOMB,
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entity_expansion_is_refused_before_parsing(rejection, monkeypatch, prolog, encoding):
    monkeypatch.setattr("feedparser.parse", None)
    raw = rss(FULL.replace("Short.", "&b;"), prolog=prolog).decode().encode(encoding)
    assert "document type" in rejection(raw, name="feed.xml").reason


def test_feed_beyond_the_limit_is_refused(rejection):
    assert "The feed has" in rejection(rss(FULL), limits=Limits(article_characters=100)).reason


def test_feed_in_latin_1_is_read(article):
    raw = rss(FULL.replace("“twice”", "Zoë"), prolog='<?xml version="1.0" encoding="iso-8859-1"?>')
    raw = raw.decode().replace("“", "").replace("”", "").encode("latin-1")
    assert "Zoë" in article(raw).text


def test_broken_xml_is_still_read_where_it_can_be(article):
    assert article(rss(FULL)[:-20]).title == "Ferry “sold”"


def test_entry_nested_100_000_deep_is_refused(read):
    deep = FULL.replace("<script>", "<i>" * 100_000)
    refused, kept = read(rss(deep, FULL))
    assert "deep" in refused.reason
    assert isinstance(kept, Article)
