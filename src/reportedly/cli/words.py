"""The words that a reader sees for chains, sides, ids and counts."""

from collections.abc import Mapping

from reportedly.types.attribution import Stance
from reportedly.types.claim import Evidence
from reportedly.types.entry import ArticleHead, Entry

SHORT_ID = 8  # characters of an id that a person sees; `show` takes any beginning that is unique
UNKNOWN = "–"  # what stands for a value that the input does not give

# In the order of reading; together the sides of a heading are every stance once.
SIDES: Mapping[str, tuple[Stance, ...]] = {
    "Says so": (Stance.ASSERTS, Stance.CONFIRMS, Stance.INTENDS),
    "Says not": (Stance.DENIES,),
    "Does not know, or cannot confirm": (Stance.CANNOT_CONFIRM, Stance.NO_KNOWLEDGE),
    "Declines to say": (Stance.DECLINES,),
    "Says what follows if so": (Stance.CONDITIONAL,),
    "Mentions it": (Stance.OTHER,),
}


def short(identifier: str) -> str:
    """The beginning of an id."""
    return identifier[:SHORT_ID]


def position(entry: Entry) -> str:
    """What the innermost source does, how sure it is, and how the words are given."""
    hedge = entry.position.reporter_hedge
    parts = [
        f"{entry.position.stance.value} ({entry.position.certainty.value})",
        entry.attribution.quoted.value.replace("_", " "),
        f'the reporter hedges: "{hedge}"' if hedge else "",
    ]
    return ", ".join(part for part in parts if part)


def head(article: ArticleHead) -> str:
    """Day, outlet and title on one line."""
    return " · ".join(part or UNKNOWN for part in (day(article.published), article.outlet, article.title))


def day(moment: str | None) -> str | None:
    """The day of a publication; lists leave the clock to `show` and to JSON."""
    return moment and moment.split("T")[0]


def origins(evidence: Evidence) -> str:
    """The number of independent origins, or the range where that is open."""
    if evidence.low == evidence.high:
        return str(evidence.independent_origins)
    return f"{evidence.low}–{evidence.high}"


def origins_in_words(evidence: Evidence) -> str:
    """`1 independent origin`, `2–3 independent origins`."""
    number = origins(evidence)
    return f"{number} independent origin" if number == "1" else f"{number} independent origins"


def counted(number: int, noun: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
