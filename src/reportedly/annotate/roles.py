"""Keeps what an article says that its persons are, by the role and by the person."""

from bisect import bisect_left
from collections.abc import Sequence

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import RoleMention
from reportedly.lang.lexicon import load_words

DESCRIPTIONS = 12  # kept of one person
OVER_COMMA = 2  # tokens from a name over a comma to a noun
READ = 200  # mentions of one role before a noun that are searched


class Roles:
    """Who is what in one article."""

    def __init__(self, roles: Sequence[RoleMention]) -> None:
        self._by_role: dict[str, list[RoleMention]] = {}
        self._by_name: dict[str, list[RoleMention]] = {}
        for role in roles:
            self._by_role.setdefault(role.role, []).append(role)
            said = self._by_name.setdefault(role.name, [])
            is_new = all(role.role != one.role or role.words - one.words for one in said)
            if is_new and len(said) < DESCRIPTIONS:
                said.append(role)

    def of(self, name: str | None) -> set[str]:
        """What the article says that this person is."""
        return {one.role for one in self._by_name.get(name or "", [])}

    def words_of_spokesperson(self, name: str | None) -> set[str]:
        """The words by which the article describes a spokesperson, the body spoken for among them."""
        spokespersons = load_words("nouns")["spokespersons"]
        told = [one for one in self._by_name.get(name or "", []) if one.role in spokespersons]
        return {word for one in told for word in one.words}

    def mentions(self, role: str) -> Sequence[RoleMention]:
        """Every person of whom the text says this, in the order of the text."""
        return self._by_role.get(role, ())

    def last_before(self, role: str, position: int) -> RoleMention | None:
        """The last person before `position` of whom the text says this."""
        known = self._by_role.get(role, [])
        skipped = max(0, len(known) - READ)
        before = bisect_left([one.span.start for one in known[-READ:]], position) + skipped
        return known[before - 1] if before > 0 else None

    def apposed_after(self, index: DocIndex, role: str, position: int) -> RoleMention | None:
        """The first person after `position` whom the text names as "the spokeswoman, Ana Brook"."""
        for one in self.mentions(role):
            first = index.numbers(one.span).start
            noun = first - (OVER_COMMA if index.word(first - 1) == "," else 1)
            is_same = noun > 0 and index.lemma(noun) == role and index.lower(noun - 1) == "the"
            if is_same and one.span.start > position:
                return one
        return None
