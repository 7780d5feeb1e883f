"""Reads gold and predictions: the interchange format and PolNeAR-style lines (gzip or not), brat folders."""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reportedly.score.brat import read_brat
from reportedly.score.marked import GoldError, MarkedArticle
from reportedly.score.roles import RoleSpans
from reportedly.score.stories import read_stories, stories_in
from reportedly.types.article import Article, article_id
from reportedly.types.entry import Entry, head_of
from reportedly.types.interchange import ARTICLE_KEYS, entry_from_json
from reportedly.types.span import Span, Spans

GZIP = b"\x1f\x8b"
SHAPE = "Write one JSON object a line, in the interchange format or with doc, text and attributions."

ROW_TEXTS = ("id", "parent", "addressee", "medium", "reporter_hedge", "said_at", "event_at")
LINK_TEXTS = ("name", "described_as", "condition", "reason")

Record = Mapping[str, Any]


def read_gold(path: Path) -> list[MarkedArticle]:
    """The gold articles of a file or a folder; each must have a text and a name of its own."""
    marked = read_folder(path) if path.is_dir() else read_lines(path)
    for number, one in enumerate(marked, start=1):
        if not one.article.text:
            raise GoldError(f'{path}, article {number}: it has no text. Write the article under "text".')
    refuse_twins(path, marked)
    return marked


def read_predictions(path: Path, gold: list[MarkedArticle]) -> list[MarkedArticle]:
    """The predicted articles of a file or a folder; a text may be left out, the gold's is taken."""
    texts = {one.key: one.article.text for one in gold}
    marked = read_folder(path) if path.is_dir() else read_lines(path, texts)
    refuse_twins(path, marked)
    return marked


def read_folder(path: Path) -> list[MarkedArticle]:
    """The stories of a folder, or where it holds none its brat files."""
    return read_stories(path, read_lines) if stories_in(path) else read_brat(path)


def refuse_twins(path: Path, marked: list[MarkedArticle]) -> None:
    """No two articles may go by one name: nobody could tell which one is meant."""
    seen: set[str] = set()
    for one in marked:
        if one.key in seen:
            raise GoldError(f"{path}: the article {one.key} is there twice. Remove one, or give it a ref.")
        seen.add(one.key)


def read_lines(path: Path, texts: Mapping[str, str] | None = None) -> list[MarkedArticle]:
    """Every line of a JSON Lines file; `texts` are those of articles that may come without one."""
    marked = []
    for number, line in enumerate(lines_of(path), start=1):
        if line.strip():
            try:
                marked.append(read_record(json.loads(line), texts or {}))
            except (ValueError, LookupError, TypeError, AttributeError, RecursionError, GoldError) as error:
                raise GoldError(f"{path}, line {number}: {reason_of(error)} {SHAPE}") from error
    if not marked:
        raise GoldError(f"{path} holds no article. {SHAPE}")
    return marked


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a file, unpacked where it is gzip."""
    try:
        raw = path.read_bytes()
        body = gzip.decompress(raw) if raw.startswith(GZIP) else raw
        yield from body.decode("utf-8-sig").split("\n")
    except FileNotFoundError:
        raise GoldError(f"{path} does not exist. Name a JSON Lines file or a folder.") from None
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise GoldError(f"{path} is damaged: {error}. Fetch or pack it again.") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} is not in UTF-8 (byte {error.start:,}). Save it in UTF-8.") from error
    except OSError as error:
        raise GoldError(f"{path} cannot be read: {error.strerror}. Name another file.") from error


def reason_of(error: Exception) -> str:
    """What is wrong with a line, in a sentence."""
    if isinstance(error, json.JSONDecodeError):
        return f"It is not valid JSON ({error.msg} at column {error.colno})."
    if isinstance(error, KeyError):
        return f"The key {error} is missing."
    if isinstance(error, RecursionError):
        return "It is nested too deep."
    return f"{str(error).rstrip('.')}."


def read_record(record: object, texts: Mapping[str, str]) -> MarkedArticle:
    """One line of either shape."""
    if not isinstance(record, dict):
        raise GoldError("It is no JSON object.")
    if not isinstance(record.get("attributions"), list):
        raise GoldError('It has no list under "attributions".')
    if "article" in record:
        return read_interchange(record, texts)
    return read_roles(record, texts)


def read_interchange(record: Record, texts: Mapping[str, str]) -> MarkedArticle:
    """A line of the interchange format; rows without a chain have roles only."""
    if not isinstance(record["article"], dict):
        raise GoldError('"article" is no JSON object.')
    article = to_article(record["article"], texts)
    rows = record["attributions"]
    if not all(isinstance(row, dict) for row in rows):
        raise GoldError('"attributions" holds something that is no JSON object.')
    if rows and not all("chain" in row for row in rows):
        return MarkedArticle(article, roles=tuple(to_roles(row, article.text) for row in rows))
    entries = tuple(to_entry(row, article) for row in rows)
    origins = {str(claim["id"]): int(claim["independent_origins"]) for claim in record.get("claims") or ()}
    return MarkedArticle(article, entries=entries, origins=origins)


def to_article(fields: Record, texts: Mapping[str, str]) -> Article:
    """The article of a line; its id is that of its text where the line gives none."""
    known = {key: as_text(fields.get(key), key) for key in ARTICLE_KEYS}
    text = known.pop("text") or texts.get(known["ref"] or known["id"] or "", "")
    known["id"] = known["id"] or article_id(known["outlet"], known["url"], text)
    return Article(text=text, **known)  # type: ignore[arg-type]  # each is a text or None, and the id is there


def as_text(value: object, key: str) -> str | None:
    """A value that must be a text, or null."""
    if value is not None and not isinstance(value, str):
        raise GoldError(f'"{key}" is {value!r:.40}, which is no text.')
    return value


def to_entry(row: Record, article: Article) -> Entry:
    """A full row, with every span inside the text."""
    try:
        to_roles(row, article.text)
        check_values(row)
        if not row["chain"]:
            raise GoldError("its chain has no link, not even the outlet.")
        for link in row["chain"]:
            to_spans(link.get("spans"), article.text)
        return entry_from_json(row, head_of(article), article.text)
    except KeyError as error:
        raise GoldError(f"The row {row.get('id')!r} lacks the key {error}.") from error
    except (ValueError, GoldError) as error:
        raise GoldError(f"In the row {row.get('id')!r}: {error}") from error


def check_values(row: Record) -> None:
    """Refuse a value of another type, where the type itself would not."""
    for key in ROW_TEXTS:
        as_text(row.get(key), key)
    for name in row.get("claims") or ():
        if not isinstance(name, str):
            raise GoldError(f'"claims" holds {name!r:.40}, which is no text.')
    for link in row["chain"]:
        for key in LINK_TEXTS:
            as_text(link.get(key), key)
        if not isinstance(link.get("count"), str | int | None):
            raise GoldError(f'"count" is {link["count"]!r:.40}, which is no number.')


def read_roles(record: Record, texts: Mapping[str, str]) -> MarkedArticle:
    """A line like those of PolNeAR: the publisher is the outlet, the name under "doc" the `ref`."""
    name = record.get("doc") or record.get("ref") or record.get("id")
    if not isinstance(name, str):
        raise GoldError('It has no name under "doc".')
    fields = {**record, "outlet": record.get("publisher") or record.get("outlet"), "ref": name, "id": None}
    fields["published"] = record.get("published") or record.get("date")
    article = to_article(fields, texts)
    return MarkedArticle(article, roles=tuple(to_roles(row, article.text) for row in record["attributions"]))


def to_roles(row: object, text: str) -> RoleSpans:
    """The three roles of one row; a role that is missing is empty."""
    if not isinstance(row, dict):
        raise GoldError(f"An attribution is {row!r:.40}, which is no JSON object.")
    source, cue, content = (to_spans(row.get(role), text) for role in ("source", "cue", "content"))
    return RoleSpans(source, cue, content)


def to_spans(pairs: object, text: str) -> Spans:
    """Pairs of start and end, each inside the text."""
    if pairs is None:
        return ()
    if not isinstance(pairs, list):
        raise GoldError(f"A role is {pairs!r:.40}, which is no list of [start, end].")
    return tuple(to_span(pair, len(text)) for pair in pairs)


def to_span(pair: object, length: int) -> Span:
    """One pair of whole numbers."""
    if not (isinstance(pair, list) and len(pair) == 2 and all(type(number) is int for number in pair)):
        raise GoldError(f"A span is {pair!r:.40}, which is no [start, end].")
    start, end = pair
    if not 0 <= start <= end or (length and end > length):
        raise GoldError(
            f"The span [{start}, {end}] does not lie in the text, which has {length:,} characters."
        )
    return Span(start, end)
