"""Makes an `Article` of what a format reader found: fills gaps, checks the text, settles the language."""

import re
from dataclasses import dataclass, field

from reportedly.ingest.dates import iso_date
from reportedly.ingest.language import language_code, settle_language
from reportedly.ingest.received import Received
from reportedly.types.article import Article, Rejection, article_id
from reportedly.types.limits import Limits

SURROGATE = re.compile("[\ud800-\udfff]")
WHITESPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Draft:
    """What an input states of one article, as it states it."""

    text: str = field(repr=False)
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    ref: str | None = None
    notes: tuple[str, ...] = ()


def finish(
    draft: Draft, received: Received, format_name: str, limits: Limits, *, language_may_be_wrong: bool = False
) -> Article | Rejection:
    """The article, or the rejection of a text that is none."""
    refusal = check_text(draft.text, received, limits)
    if refusal is not None:
        return refusal
    published, notes = settle_date(draft, received)
    hints = received.hints
    outlet = clean(draft.outlet) or hints.outlet
    url = clean(draft.url)
    return Article(
        id=article_id(outlet, url, draft.text),
        text=draft.text,
        outlet=outlet,
        title=clean(draft.title) or hints.title,
        author=clean(draft.author) or hints.author,
        url=url,
        published=published,
        language=settle_language(
            draft.language, hints.language, draft.text, may_be_wrong=language_may_be_wrong
        ),
        ref=draft.ref,
        provenance=received.provenance(format_name, (*draft.notes, *notes, *language_notes(draft))),
    )


def check_text(text: str, received: Received, limits: Limits) -> Rejection | None:
    """Refuse a text that is empty, too long, or not made of characters."""
    if not text or text.isspace():
        return received.reject("It holds no text.", "Give a file or page that contains an article.")
    if len(text) > limits.article_characters:
        return received.reject(
            f"Its text has {len(text):,} characters, more than the limit of {limits.article_characters:,}.",
            "Cut it into single articles.",
        )
    broken = SURROGATE.search(text)
    if broken is not None:
        return received.reject(
            f"At character {broken.start():,} stands half a surrogate pair (U+{ord(broken[0]):04X}), "
            "which is no character.",
            "Write the text again from its origin, as whole characters.",
        )
    return None


def settle_date(draft: Draft, received: Received) -> tuple[str | None, tuple[str, ...]]:
    """The date of publication, and a note where the input states one that cannot be read."""
    stated = clean(draft.published)
    if stated is None:
        return received.hints.published, ()
    published = iso_date(stated)
    if published is not None:
        return published, ()
    return None, (f"The stated date of publication, {stated[:80]!r}, could not be read as a date.",)


def language_notes(draft: Draft) -> tuple[str, ...]:
    """A note where the input states a language that is no language code."""
    if not draft.language or language_code(draft.language) is not None:
        return ()
    return (f"The stated language, {draft.language[:80]!r}, is not a code such as 'en'.",)


def clean(value: str | None) -> str | None:
    """A field on one line, None where nothing is left of it; a lone surrogate shows as U+FFFD."""
    if value is None:
        return None
    return SURROGATE.sub("\ufffd", WHITESPACE.sub(" ", value).strip()) or None
