"""Settles the language of an article: what is stated, and what the text itself shows."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SHORTEST = 200  # code points; below it, lists of names are taken for anything
SAMPLE = 20_000  # code points that are enough to know
# PolNeAR's training texts (English), their first and last 200 characters and whole: of 2,511 pieces, 2,506
# were found English, 97 % of them with at least 0.9; the wrong answers in a real language stayed below 0.72.
CONFIDENT = 0.9
CODE = re.compile(r"([a-z]{2,3})([-_].*)?", re.IGNORECASE)
# One language under two codes: the detector says "no" for Bokmål.
SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}


def settle_language(stated: str | None, hint: str | None, text: str, *, may_be_wrong: bool) -> str | None:
    """The ISO 639 code of the article's language; None where nothing is stated and the text is not clear.

    A page's own markup is often left over from its template (`may_be_wrong`): there a confident reading of
    the text outranks it. A statement in a data file or by the user stands.
    """
    stated = language_code(stated)
    if stated is not None and not may_be_wrong:
        return stated
    if stated is None and hint is not None:
        return language_code(hint)
    found = detect_language(text)
    if found is None or (stated is not None and SAME.get(stated, stated) == SAME.get(found, found)):
        return stated
    return found


def language_code(value: str | None) -> str | None:
    """The language of a tag such as "en-GB" in lower case; None for what is no such tag."""
    match = CODE.fullmatch(value.strip()) if value else None
    return match[1].lower() if match else None


def detect_language(text: str) -> str | None:
    """The language that the text is written in, where it is long and clear enough to tell."""
    if len(text) < SHORTEST:
        return None
    language, probability = identifier().classify(text[:SAMPLE])
    is_known = (
        len(language) == 2 and probability >= CONFIDENT
    )  # three letters: not in ISO 639-1, or "no words"
    return str(language) if is_known else None


@cache
def identifier() -> LanguageIdentifier:
    """The detector; loading it takes a second and a half, once."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
