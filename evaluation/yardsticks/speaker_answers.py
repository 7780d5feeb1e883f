"""Decides what kind of source a gold mention is, and whether a link names the right entity."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.yardsticks.gum_gold import GoldDocument, GoldMention
from reportedly.facts.titles import load_titles
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import ChainLink
from reportedly.types.span import Span

SPEAKING = {
    **dict.fromkeys(("i", "me", "my", "you", "your"), "I and you"),
    **dict.fromkeys(("we", "us", "our"), "we"),
}
RESOLVED = ("pronoun", "nominal", "surname", "acronym", "I and you", "we")
NO_SOURCES = frozenset(("event", "time", "substance"))  # kinds of entity: "that means", "this shows"
FEWEST = 2  # words of a full name, and letters of an acronym


@dataclass(frozen=True, slots=True)
class Answers:
    """The entities of one document: which mentions name them, and what counts as right."""

    document: GoldDocument

    def type_of(self, mention: GoldMention) -> str:
        """One of `RESOLVED`, "name" for a source in full, or "clause" for what is nobody ("that means")."""
        first = self._word(mention.core[0])
        poses = {self.document.tokens[n].pos for n in mention.core}
        if len(mention.core) == 1 and first.lower() in SPEAKING:
            return SPEAKING[first.lower()]
        if len(mention.core) == 1 and poses <= {"PRON", "DET"}:
            return "clause" if self._is_clause(mention) else "pronoun"
        if "PROPN" not in poses:
            return "nominal"
        names = self._names(mention)
        longest = max((len(self._names(one)) for one in self.chain(mention)), default=0)
        if len(names) == 1 and longest > 1:
            if mention.kind == "person":
                return "surname"
            if self._word(names[0]).isupper() and len(self._word(names[0])) >= FEWEST:
                return "acronym"
        return "name"

    def chain(self, mention: GoldMention) -> list[GoldMention]:
        """Every mention of the same entity."""
        return [one for one in self.document.mentions if one.entity == mention.entity]

    def is_nameable(self, mention: GoldMention) -> bool:
        """Whether the article names the entity anywhere."""
        return any(self._names(one) for one in self.chain(mention))

    def is_right(self, link: ChainLink | None, mention: GoldMention) -> bool:
        """Whether `link` stands for the entity of `mention`.

        Where the article names it: the link's name lies on a naming word of one of its mentions, and is no
        bare surname where a full name stands. Else: the link's words are an earlier mention of it, or the
        source's own where nothing earlier describes it, or where the source is a noun itself. "We" may also
        be whoever speaks there, as the vocabulary has it, where GUM says who that is.
        """
        if link is None:
            return False
        if self.type_of(mention) == "we" and self._is_speaker(link, mention):
            return True
        if self.is_nameable(mention):
            return link.name is not None and self._is_name(link.name, mention)
        places = {n for one in self._describing(mention) for n in one.core}
        return any(self._overlaps(link.spans, n) for n in places)

    def _is_speaker(self, link: ChainLink, mention: GoldMention) -> bool:
        """Whether a link's name is that of the turn's speaker: GUM writes "AnaBrook", or "Ana"."""
        speaker = self.document.tokens[mention.first].speaker
        name = (link.name or "").replace(" ", "").replace(".", "")
        return speaker is not None and bool(name) and (name in speaker or speaker in name)

    def _is_clause(self, mention: GoldMention) -> bool:
        """Whether a pronoun stands for a clause or a thing that can be no source."""
        first = self._word(mention.core[0]).lower()
        return mention.kind in NO_SOURCES or (mention.kind == "abstract" and first in {"this", "that"})

    def _is_name(self, name: str, mention: GoldMention) -> bool:
        chain = self.chain(mention)
        is_short = len(name.split()) < FEWEST
        longest = max(len(self._names(one)) for one in chain)
        must_be_full = mention.kind == "person" or self.type_of(mention) == "acronym"
        if is_short and must_be_full and longest >= FEWEST:
            return False
        return any(self._lies_on(name, one) for one in chain)

    def _lies_on(self, name: str, mention: GoldMention) -> bool:
        """Whether `name` stands in the words of `mention` and covers one that names it."""
        tokens = self.document.tokens
        start = tokens[mention.first].span.start
        words = self.document.words(mention)
        for found in re.finditer(re.escape(name), words):
            span = Span(start + found.start(), start + found.end())
            if any(span.overlaps(tokens[n].span) for n in self._names(mention)):
                return True
        return False

    def _describing(self, mention: GoldMention) -> list[GoldMention]:
        """What a source without a name may be tied to: its own words only where they describe it."""
        is_noun = self.type_of(mention) == "nominal"
        earlier = [
            one
            for one in self.chain(mention)
            if one.first < mention.first and self.type_of(one) in {"nominal", "name"}
        ]
        own = [mention] if is_noun or not earlier else []
        return [*earlier, *own]

    def _names(self, mention: GoldMention) -> Sequence[int]:
        """The words that name it: proper nouns, of a person the last run of them without titles."""
        tokens = self.document.tokens
        proper = [n for n in mention.core if tokens[n].pos == "PROPN"]
        if mention.kind != "person":
            return proper
        roles = load_words("nouns")["person"]
        run = [n for n in proper if all(one in proper for one in range(n, proper[-1]))]
        if run and run[0] > mention.first and tokens[run[0] - 1].pos in {"ADP", "DET"}:
            return []  # "President of the Harbour Board" is no name
        return [n for n in run if self._word(n) not in load_titles() and self._word(n).lower() not in roles]

    def _overlaps(self, spans: Sequence[Span], number: int) -> bool:
        return any(span.overlaps(self.document.tokens[number].span) for span in spans)

    def _word(self, number: int) -> str:
        span = self.document.tokens[number].span
        return span.words(self.document.text)
