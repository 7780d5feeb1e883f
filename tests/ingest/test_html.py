"""Pages are cut to the article; what they state of themselves is taken over, nothing is guessed."""

import struct
import zlib

import pytest

from reportedly.types.article import Rejection

BODY = (
    "<p>The mayor denied on Tuesday that the ferry had been sold, two members of the council said.</p>"
    "<p>“Nobody signed anything,” she said – ‘not <em>one</em> page’. The firm’s director had no comment.</p>"
)
TEXT = (
    "The mayor denied on Tuesday that the ferry had been sold, two members of the council said.\n"
    "“Nobody signed anything,” she said – ‘not one page’. The firm’s director had no comment."
)


def page(body=BODY, head="", html=""):
    markup = f"<head><title>Ferry</title>{head}</head><body>{body}</body>"
    return f"<!DOCTYPE html><html {html}>{markup}</html>".encode()


def test_paragraphs_become_lines_and_unicode_stays(article):
    assert article(page(f"<article>{BODY}</article>")).text == TEXT


def test_page_around_the_article_is_left_out(article):
    around = (
        '<nav><a href="/">Home</a></nav>'
        '<div class="cookie-banner">We use cookies. <button>Accept</button></div>'
        f"<article>{BODY}</article><aside><h3>Related</h3><a href='/x'>Minister resigns over port</a></aside>"
        "<footer>© 2024 Kivu Post</footer>"
    )
    assert article(page(around)).text == TEXT


def test_lists_tables_and_line_breaks_add_no_characters(article):
    body = BODY + "<ul><li>First.</li><li>Second.</li></ul><table><tr><td>Year</td><td>3</td></tr></table>"
    text = article(page(f"<article>{body}<p>One line,<br>another line.</p></article>")).text
    assert text == f"{TEXT}\nFirst.\nSecond.\nYear\t3\nOne line,\nanother line."


def test_repeated_paragraph_is_kept(article):
    text = article(page(f"<article><p>No comment.</p>{BODY}<p>No comment.</p></article>")).text
    assert text.split("\n").count("No comment.") == 2


HEAD = """
<meta property="og:site_name" content="Kivu Post"><meta property="og:title" content="Mayor “denies” sale">
<link rel="canonical" href="https://www.kivu.example/2020/ferry">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "Organization", "name": "Kivu Media Group"},
 {"@type": "NewsArticle", "datePublished": "2020-05-12T18:05:00+02:00", "dateModified": "2020-06-01",
  "author": [{"@type": "Person", "name": "J. P. O'Hara-Noor"},
             {"@type": "Organization", "name": "Lake Agency"}]}]}
</script>
"""


def test_metadata_is_taken_over(article):
    found = article(page(head=HEAD), outlet="Other", published="1999-01-01")
    assert (found.outlet, found.title) == ("Kivu Post", "Mayor “denies” sale")
    assert (found.author, found.published) == ("J. P. O'Hara-Noor; Lake Agency", "2020-05-12T18:05:00+02:00")
    assert found.url == "https://www.kivu.example/2020/ferry"


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta name="date" content="2020-05-12">', "", "2020-05-12"),
        ('<meta property="article:published_time" content="Tue, 12 May 2020 10:00:00 +0200">', "",
         "2020-05-12T10:00:00+02:00"),
        ("", '<time datetime="2020-05-12">yesterday</time>', "2020-05-12"),
        ("", '<div class="date">12 May 2020</div>', "2020-05-12"),
        ('<link rel="canonical" href="https://kivu.example/2020/05/12/ferry">', "", "2020-05-12"),
        ("", "", None),
        ('<meta name="date" content="0001-01-01">', "", None),
        ('<meta property="article:modified_time" content="2020-05-12">', "", None),
        ("", "<p>The quarrel began on 14 March 2011, when the firm lost its licence, he told us.</p>", None),
        ("", '<aside><time datetime="2011-01-01">old</time></aside>', None),
        ("", "<footer>© 2022 Kivu Post, 9 June 2022</footer>", None),
        ("", '<ul><li><time datetime="2011-01-01">old</time> Another story</li></ul>', None),
    ],
)  # fmt: skip
def test_date_comes_from_metadata_or_dateline_only(article, head, body, published):
    assert article(page(f"<article>{body}{BODY}</article>", head)).published == published


@pytest.mark.parametrize(
    ("stated", "shown", "author"),
    [
        ("J. P. Noor", "Dana Orlov", "J. P. Noor"),
        ("admin", "Dana Orlov", "Dana Orlov"),
        ("Newsroom", "", "Newsroom"),
        ("https://facebook.example/noor", "Dana Orlov", "Dana Orlov"),
    ],
)
def test_by_line_is_taken_from_the_metadata_or_the_page(article, stated, shown, author):
    byline = f'<div class="byline">by <span class="author">{shown}</span></div>' if shown else ""
    found = article(page(f"<article>{byline}{BODY}</article>", f'<meta name="author" content="{stated}">'))
    assert found.author == author


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://www.kivu.example/ferry", "https://www.kivu.example/ferry"),
        ("/ferry#top", "https://kivu.example/ferry"),
        ("https://other.example/ferry", "https://kivu.example/a?id=1"),
        ("https://kivu.example/", "https://kivu.example/a?id=1"),
        ("javascript:void(0)", "https://kivu.example/a?id=1"),
        ("https://[broken", "https://kivu.example/a?id=1"),
    ],
)
def test_canonical_address_counts_on_the_same_site_only(article, web, canonical, url):
    body = page(head=f'<link rel="canonical" href="{canonical}">')
    web.add("https://kivu.example/r", body, final_url="https://kivu.example/a?id=1")
    assert article("https://kivu.example/r").url == url


def test_outlet_that_nobody_names_is_the_site(article, web):
    web.add("https://www.kivu.example/a", page())
    assert article("https://www.kivu.example/a").outlet == "kivu.example"
    assert article("https://www.kivu.example/a", outlet="Kivu Post").outlet == "Kivu Post"


def test_fetched_page_keeps_its_proof(article, web):
    web.add("https://kivu.example/r", page(), final_url="https://kivu.example/a")
    proof = article("https://kivu.example/r", keep_pages=True).provenance
    assert (proof.source, proof.final_url) == ("https://kivu.example/r", "https://kivu.example/a")
    assert (proof.response_date, proof.page) == ("Sun, 14 Mar 2021 11:59:00 GMT", page())


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("latin-1", "iso-8859-1"),
        ("cp1252", "iso-8859-1"),
        ("utf-8", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-8", ""),
    ],
)
def test_pages_in_other_encodings_are_read(article, encoding, declared):
    quotes = ("“", "”") if encoding != "latin-1" else ("«", "»")
    words = f"{quotes[0]}Nobody was hurt{quotes[1]}, said Zoë Müller of the café, where she had been all day."
    meta = f'<meta charset="{declared}">' if declared else ""
    raw = page(f"<p>{words}</p><p>The owner did not comment on it.</p>", meta).decode().encode(encoding)
    assert article(raw).text.split("\n")[0] == words


def test_word_of_the_server_on_the_encoding_comes_first(article, web):
    raw = page("<p>Жук сказал, что он не был там, и потом ушёл домой.</p>", '<meta charset="utf-8">').decode()
    web.add("https://kivu.example/a", raw.encode("koi8-r"), "text/html; charset=koi8-r")
    assert "Жук сказал" in article("https://kivu.example/a").text


GERMAN = (
    "<p>Der Bürgermeister hat am Dienstag bestritten, dass die Fähre an eine Firma verkauft worden sei.</p>"
    * 4
)


@pytest.mark.parametrize(
    ("html", "body", "language", "found"),
    [
        ('lang="en"', GERMAN, None, "de"),
        ('lang="de-AT"', GERMAN, None, "de"),
        ("", GERMAN, None, "de"),
        ("", GERMAN, "fr", "fr"),
        ('lang="fr"', BODY[:120], None, "fr"),
        ("", "<p>Too short.</p>", None, None),
        ('lang="english"', "<p>Too short.</p>", None, None),
    ],
)
def test_language_of_the_text_outranks_the_markup(article, html, body, language, found):
    assert article(page(body, html=html), language=language).language == found


def test_nested_100_000_deep_is_refused_with_a_sentence(rejection):
    raw = page("<div>" * 100_000 + "<p>deep</p>" + "</div>" * 100_000)
    assert "elements deep, more than the limit of 2,000" in rejection(raw).reason


@pytest.mark.parametrize("depth", [300, 1900])
def test_nested_below_the_limit_is_read(article, depth):
    assert article(page("<div>" * depth + BODY + "</div>" * depth)).text == TEXT


def test_page_too_deep_for_the_extractor_is_refused_with_a_sentence(rejection, monkeypatch):
    def extract(tree, **options):
        raise RecursionError  # lists inside lists, some 300 deep, in some versions of trafilatura

    monkeypatch.setattr("reportedly.ingest.html.bare_extraction", extract)
    assert rejection(page()).reason == "The page is nested too deep to find its article."


def test_page_with_too_many_elements_is_refused(rejection):
    assert "elements, more than the limit" in rejection(page("<b>" + "<i></i>" * 40_000)).reason


def test_page_beyond_the_limit_is_refused(rejection):
    assert "The page has" in rejection(page("<p>" + "x" * 50_000_000)).reason


COOKIES = """<div><h1>We value your privacy</h1>
<p>We and our 764 partners store and/or access information on a device, such as cookies,
and process personal data for personalised ads and content.</p>
<p>You can change your choices at any time.</p><button>Accept all</button></div>"""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (COOKIES, "cookies"),
        ("<p>Please enable JavaScript to continue using this site.</p>", "JavaScript"),
        ("<p>Checking your browser before you go on. Please verify you are human.</p>", "robot"),
        ("<div></div>", "No article was found"),
    ],
)
def test_page_without_an_article_is_refused(rejection, body, words):
    assert words in rejection(page(body)).reason


def test_article_about_cookies_is_read(article):
    body = (
        BODY + "<p>We use cookies to know our readers, the site’s owner told the court on Friday.</p>" + BODY
    )
    assert "told the court" in article(page(f"<article>{body}</article>")).text


def png():
    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + header + zlib.compress(b"\0\xff\0\0")


def test_picture_called_html_is_refused(rejection):
    assert rejection(png(), name="story.html").reason == "It is a PNG picture, not text."


def test_nul_bytes_in_a_page_are_passed_over(article):
    assert article(page(f"<article>{BODY}</article>").replace(b"mayor", b"ma\0yor")).text == TEXT


def test_xhtml_with_a_declaration_is_read(article):
    raw = (
        '<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML//EN" "x">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml">'
        "<body><p>Zoë said that nobody was hurt in it.</p></body></html>"
    ).encode("latin-1")
    assert article(raw).text == "Zoë said that nobody was hurt in it."


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "NewsArticle", ',
        "[" * 100_000,
        "null",
        '{"@graph": 5}',
        '{"@type": ["NewsArticle"], "author": 7}',
    ],
)
def test_broken_json_in_the_head_is_passed_over(article, block):
    found = article(page(head=f'<script type="application/ld+json">{block}</script>'))
    assert not isinstance(found, Rejection)
    assert found.author is None
