"""Says what each row's innermost source does with the content, how sure it is, and the reporter's hedge."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.clauses import find_clause
from reportedly.annotate.content_reading import (
    calls_false,
    combine,
    complement_of,
    names_a_report,
    read_content,
)
from reportedly.annotate.cue_reading import ASSERTED, find_hedges, read_cue
from reportedly.annotate.doc_index import VICINITY, DocIndex
from reportedly.annotate.predicates import is_called_false
from reportedly.annotate.self_reports import Setting
from reportedly.annotate.source_phrase import read_phrase
from reportedly.lang.lexicon import load_cues, load_words
from reportedly.types.attribution import (
    Attribution,
    Certainty,
    Position,
    Quoted,
    SourceChain,
    SourceKind,
    Stance,
)
from reportedly.types.doc import Doc, Layer, Run

VERSION = "2"
DEEPEST = 10  # children followed for what a source says of itself
BODIES = frozenset(SourceKind) - {SourceKind.PERSON, SourceKind.UNNAMED}
ADOPTED = frozenset((Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES, Stance.INTENDS))
JOINED = frozenset(
    (Stance.ASSERTS, Stance.CONFIRMS, Stance.INTENDS)
)  # a cue that leaves a say to its content
KEPT = frozenset((Stance.OTHER, Stance.CONDITIONAL, Stance.INTENDS))  # whoever the clause is about
NEXT = 2  # tokens from "would not" to its verb


class Positions:
    """Writes `positions`, one for each row."""

    run = Run("positions", VERSION)
    requires = frozenset(
        {Layer.SENTENCES, Layer.TOKENS, Layer.MENTIONS, Layer.ATTRIBUTIONS, Layer.OWN_VOICE, Layer.CHAINS}
    )
    assigns = frozenset({Layer.POSITIONS})

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the positions of each doc."""
        for doc in docs:
            doc.positions = PositionReader(doc).read()


class PositionReader:
    """The positions of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.index = DocIndex(doc)
        self.chains = dict(zip((row.id for row in doc.rows), doc.chains or (), strict=False))
        self.children: dict[str, list[Attribution]] = {}
        for row in doc.attributions or ():
            if row.parent is not None:
                self.children.setdefault(row.parent, []).append(row)

    def read(self) -> tuple[Position, ...]:
        """One position for each row, in the order of the rows."""
        return tuple(self.position(row, 0) for row in self.doc.rows)

    def position(self, row: Attribution, depth: int) -> Position:
        """The position of one row."""
        if row.quoted is Quoted.OWN_VOICE:
            return self._own_voice(row)
        cue = self.index.numbers_of(row.cue)
        found = read_cue(
            self.index,
            self._cue_words(row, cue),
            self._is_nobody(row),
            complement_of(self.index, row.content),
        )
        if found.stance in JOINED:
            found = combine(found, self._inner(row, depth))
            if found == ASSERTED and self._calls_false(row, cue):
                found = Position(Stance.DENIES, Certainty.CT_MINUS)
        beside = [n for n in self._beside(row, cue) if self.index.tokens[n].head in cue]
        return replace(found, reporter_hedge=find_hedges(self.index, cue, beside))

    def _inner(self, row: Attribution, depth: int) -> Position:
        """What the content adds: where rows of its own stand for its clauses, nothing.

        A child that is all of the main clause says what its own source does. Only what somebody says of his
        own beliefs and plans ("she said she believed") is his position in the outer row too.
        """
        children = self.children.get(row.id, [])
        if any(child.cue == row.cue for child in children):
            return ASSERTED
        found = read_content(self.index, row.content, self._setting(row))
        child = self._main_child(row) if depth < DEEPEST else None
        if child is None or found == ASSERTED or found.stance in KEPT:
            return found
        if self._is_same_speaker(row, child):
            inner = self.position(child, depth + 1)
            if inner.stance in ADOPTED:
                return inner
            return found if found.stance is Stance.DENIES else ASSERTED
        return found if found.stance is Stance.ASSERTS else ASSERTED

    def _cue_words(self, row: Attribution, cue: list[int]) -> list[int]:
        """The tokens of a cue; of one that is only "would not", with the first verb of the content."""
        tokens = self.index.tokens
        if not cue or any(tokens[n].pos not in {"AUX", "PART", "ADV"} for n in cue):
            return cue
        clause = find_clause(self.index, row.content)
        is_next = clause is not None and clause.root - cue[-1] <= NEXT and tokens[clause.root].tag == "VB"
        return [*cue, clause.root] if clause is not None and is_next else cue

    def _calls_false(self, row: Attribution, cue: Sequence[int]) -> bool:
        """Whether the cue gives a name to something, and this means false ("called baseless")."""
        if not any(self.index.lemma(n) in load_words("content")["naming"] for n in cue):
            return False
        of_a_report = names_a_report(self.index, row.content)
        in_cue = any(is_called_false(self.index, n, of_a_report) for n in cue)
        return in_cue or calls_false(self.index, row.content)

    def _own_voice(self, row: Attribution) -> Position:
        own = frozenset({"we"}) & load_words("nouns")["pronouns_self"].words
        setting = Setting(is_direct=False, source_lemma=None, pronouns=own, is_own_voice=True)
        found = combine(ASSERTED, read_content(self.index, row.content, setting))
        clause = find_clause(self.index, row.content)
        lexicon = load_cues()
        adverbs = lexicon.deleted_sources | lexicon.doubts
        below = [n for n in clause.below if self.index.lower(n) in adverbs] if clause else []
        return replace(found, reporter_hedge=find_hedges(self.index, (), below))

    def _setting(self, row: Attribution) -> Setting:
        phrase = read_phrase(self.index, row.source)
        return Setting(
            is_direct=row.quoted is Quoted.DIRECT,
            source_lemma=phrase.lemma if phrase else None,
            pronouns=self._pronouns(row),
        )

    def _pronouns(self, row: Attribution) -> frozenset[str]:
        """The pronouns that may mean the innermost source inside its content."""
        lists = load_words("nouns")
        phrase = read_phrase(self.index, row.source)
        itself = frozenset({phrase.pronoun}) if phrase and phrase.pronoun else frozenset()
        chain = self.chains.get(row.id)
        if row.quoted is Quoted.DIRECT:
            return lists["pronouns_self"].words  # in his own words "he" is somebody else
        own = lists["pronouns_self"].words | itself
        if chain is None:
            return own
        link = chain.innermost
        if link.kind in BODIES:
            return own | lists["pronouns_several"].words | lists["pronouns_thing"].words
        if link.count not in {None, "one"}:
            return own | lists["pronouns_several"].words
        return own | lists["pronouns_person"].words

    def _main_child(self, row: Attribution) -> Attribution | None:
        """The child whose cue is the verb of the content's main clause."""
        clause = find_clause(self.index, row.content) if row.id in self.children else None
        if clause is None:
            return None
        for child in self.children[row.id]:
            if any(n == clause.root for n in self.index.numbers_of(child.cue)):
                return child
        return None

    def _is_same_speaker(self, row: Attribution, child: Attribution) -> bool:
        """Whether a child's source is a pronoun for the row's own."""
        phrase = read_phrase(self.index, child.source)
        is_self = phrase is not None and phrase.pronoun is not None
        return is_self and self._innermost(child) == self._innermost(row)

    def _innermost(self, row: Attribution) -> object:
        chain: SourceChain | None = self.chains.get(row.id)
        return chain.innermost if chain else None

    def _beside(self, row: Attribution, cue: Sequence[int]) -> list[int]:
        """The tokens near the cue that are no part of the content."""
        if not cue:
            return []
        near = range(max(0, cue[0] - VICINITY // 6), min(len(self.index.tokens), cue[-1] + VICINITY // 6))
        taken = {
            n for span in row.content for n in near if span.start <= self.index.tokens[n].start < span.end
        }
        return [n for n in near if n not in taken and n not in cue]

    def _is_nobody(self, row: Attribution) -> bool:
        """Whether the source is "no official", "nobody", "neither side"."""
        numbers = self.index.numbers_of(row.source[:1])
        return bool(numbers) and self.index.lower(numbers[0]) in load_words("content")["negations"]
