"""Turns what the ledger answers into JSON objects for programs."""

from reportedly.types.entry import ArticleHead, Entry
from reportedly.types.interchange import Json, entry_to_json
from reportedly.types.reading import ArticleSummary, SourceTally


def row_record(entry: Entry) -> Json:
    """One row of the interchange format, with its article and the words that its spans mark."""
    return {
        "article": head_record(entry.article),
        **entry_to_json(entry),
        "words": {"source": entry.source_text, "cue": entry.cue_text, "content": entry.content_text},
    }


def head_record(head: ArticleHead) -> Json:
    """What identifies an article."""
    return {
        "id": head.id,
        "outlet": head.outlet,
        "title": head.title,
        "url": head.url,
        "published": head.published,
    }


def summary_record(summary: ArticleSummary) -> Json:
    """One article of a list."""
    return {
        **head_record(summary.head),
        "language": summary.language,
        "version": summary.version,
        "previous": summary.previous,
        "received_at": summary.received_at,
        "attributions": summary.attributions,
        "own_voice": summary.own_voice,
        "failures": summary.failures,
    }


def tally_record(tally: SourceTally) -> Json:
    """One source of a list."""
    return {
        "name": tally.name,
        "described_as": tally.described_as,
        "kind": tally.kind.value,
        "is_own_voice": tally.is_own_voice,
        "rows": tally.rows,
        "articles": tally.articles,
        "first_published": tally.first_published,
        "last_published": tally.last_published,
    }
