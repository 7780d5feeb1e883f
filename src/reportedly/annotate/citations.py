"""Finds whom a source cites, quotes or has it from: the links further inward."""

from collections.abc import Sequence
from itertools import pairwise

from reportedly.annotate.source_phrase import noun_phrase_after, phrase_of
from reportedly.annotate.surroundings import Relays, Scene
from reportedly.lang.lexicon import load_words

GOING_ON = 8  # tokens after a cited noun within which "that" begins what it says
NAMED = frozenset(("PERSON", "ORG", "NORP", "GPE"))


def read_citations(scene: Scene, relays: Relays) -> None:
    """Whoever is cited ("citing two officials, X reports") stands inward; who quotes the source, outward."""
    index = scene.index
    source = set(scene.source)
    citing = load_words("relays")["citing"]
    for n in scene.around:
        if n in scene.barred or index.lemma(n) not in citing or index.tokens[n].pos != "VERB":
            continue
        is_own = n in scene.cue and index.tokens[n].tag != "VBN"
        quoted = noun_phrase_after(index, n + 1, frozenset() if is_own else scene.barred)
        if is_own and quoted and scene.barred & set(quoted) and not source & set(quoted):
            if _goes_on(scene, quoted) and _is_source_like(scene, quoted):
                relays.after.append(_whole(scene, quoted))
        elif quoted and n in source and source >= set(quoted):  # "Reuters, which cited two officials"
            relays.after.append(quoted)
        elif quoted and source & set(quoted):
            relays.citing = _subject(scene, n)
        elif quoted and _is_source_like(scene, quoted):
            relays.after.append(_with_clause(scene, quoted))


def _goes_on(scene: Scene, cited: Sequence[int]) -> bool:
    """ "cited {a memo by prosecutors, that the pier …}", "quotes {him as adding}": what is cited speaks."""
    following = range(cited[-1] + 1, min(cited[-1] + GOING_ON, len(scene.index.tokens)))
    words = [scene.index.lower(n) for n in following]
    return words[:1] == ["as"] or any(pair == (",", "that") for pair in pairwise(words))


def _whole(scene: Scene, numbers: list[int]) -> list[int]:
    """A cited noun with what hangs on it, up to the next mark."""
    below = set(scene.index.subtree(numbers[-1]))
    last = numbers[-1]
    while last + 1 in below and scene.index.tokens[last + 1].pos not in {"PUNCT", "SCONJ"}:
        if scene.index.lower(last + 1) == "as":
            break
        last += 1
    return [*numbers, *range(numbers[-1] + 1, last + 1)]


def _with_clause(scene: Scene, numbers: list[int]) -> list[int]:
    """A cited noun with what narrows it, up to the next mark: "a pilot who has defected"."""
    index = scene.index
    below = set(index.subtree(numbers[-1])) - scene.barred - set(scene.source)
    last = numbers[-1]
    while last + 1 in below and index.tokens[last + 1].pos != "PUNCT":
        last += 1
    return [*numbers, *range(numbers[-1] + 1, last + 1)]


def _subject(scene: Scene, verb: int) -> list[int]:
    for child in scene.index.children(verb):
        if (
            scene.index.tokens[child].dep == "nsubj"
            and child not in scene.source
            and child not in scene.barred
        ):
            return [n for n in scene.index.subtree(child) if n not in scene.barred]
    return []


def _is_source_like(scene: Scene, numbers: Sequence[int]) -> bool:
    """Whether a cited thing can speak: a person, an outlet, a document; not "falling demand"."""
    phrase = phrase_of(scene.index, numbers)
    if phrase is None:
        return False
    lists = load_words("nouns")
    keys = ("person", "group", "document", "agencies", "outlets", "pronouns_person", "collective")
    after = phrase.head + 1
    if phrase.lemma in lists["acts"] and after < len(scene.index.tokens) and scene.index.lower(after) == "of":
        return False  # "citing the release of prisoners"
    if any(phrase.lemma in lists[key] for key in keys) or (phrase.pronoun or "") in lists["pronouns_several"]:
        return True
    if scene.names.outlets_in(scene.index.span(numbers[0], numbers[-1])):
        return True
    return phrase.mention is not None and phrase.mention.kind in NAMED


def read_learning(scene: Scene, relays: Relays) -> None:
    """ "X has learned from various sources": the sources stand inward."""
    index = scene.index
    learning = load_words("relays")["learning"]
    if not any(index.lemma(n) in learning for n in scene.cue):
        return
    taken = scene.barred | set(scene.source)
    for n in (*scene.cue, *scene.loose):
        if index.lower(n) == "from":
            phrase = noun_phrase_after(index, n + 1, taken)
            if phrase and _is_source_like(scene, phrase) and n >= min(scene.cue):
                relays.after.append(phrase)
                return
