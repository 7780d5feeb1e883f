"""Finds names of firms and bodies that the name finder takes for persons, by the words beside them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportedly.lang.lexicon import load_words
from reportedly.types.doc import Doc, Mention

BEFORE = 40  # characters before a name in which "the shipping company" stands
AFTER = 80  # characters after a name in which ", the company that" stands


def relabel_bodies(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The same names, where the text says of one labelled a person that it is a firm, an organisation."""
    bodies = {
        doc.text[one.start : one.end]
        for one in mentions
        if one.kind == "PERSON" and _is_called_body(doc.text, one)
    }
    return [
        replace(one, kind="ORG")
        if one.kind == "PERSON"
        and doc.text[one.start : one.end].removesuffix("’s").removesuffix("'s") in bodies
        else one
        for one in mentions
    ]


def _is_called_body(text: str, mention: Mention) -> bool:
    before, after = (
        text[max(0, mention.start - BEFORE) : mention.start],
        text[mention.end : mention.end + AFTER],
    )
    return bool(_introduction().search(before) or _explanation().match(after))


@cache
def _introduction() -> re.Pattern[str]:
    """ "the bottle maker ", "a tracking firm ", "shares in "."""
    nouns = "|".join(sorted(load_words("nouns")["introducing"].words, key=len, reverse=True))
    return re.compile(rf"\b(?:{nouns}|[Ss]hares in|[Ss]hareholders in) $")


@cache
def _explanation() -> re.Pattern[str]:
    """ ", the Norland company that", ", which is", "’s shareholders"."""
    nouns = load_words("nouns")
    bodies, owned = "|".join(nouns["introducing"].words), "|".join(nouns["owned_by_firms"].words)
    return re.compile(
        rf",? \(?(?:an?|the) (?:[\w’'-]{{1,20}} ){{0,3}}(?:{bodies})\b(?!['’]s)"
        rf"|, which\b|['’]s (?:own )?(?:{owned})\b"
    )
