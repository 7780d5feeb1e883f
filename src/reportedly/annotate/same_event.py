"""Other, dated mentions of an event that the text tells from an unknown day."""

from datetime import date

from reportedly.annotate.event_at import Event
from reportedly.annotate.time_calendar import number_of
from reportedly.annotate.time_values import DAY

COMMON = frozenset((None, "be", "have"))  # verbs that tell no event by themselves


class SameEvents:
    """The days of the events of one article by their main verb."""

    def __init__(self) -> None:
        self._days: dict[str | None, list[str]] = {}

    def remember(self, event: Event) -> None:
        """Keep the day of an event for its other mentions."""
        if event.at is not None and len(event.at) == DAY and event.lemma not in COMMON:
            self._days.setdefault(event.lemma, []).append(event.at)

    def day_of(self, event: Event) -> str | None:
        """The one day of the other mentions of an event, where "on Thursday" fits it; else None."""
        for mention in event.told:
            if mention.expression.rule not in {"weekday", "deictic"}:
                continue
            number = number_of("weekday", mention.expression.parts.get("weekday"))
            days = self._days.get(event.lemma, [])
            fitting = {day for day in days if number in {None, date.fromisoformat(day).isoweekday()}}
            if len(fitting) == 1:
                return fitting.pop()
        return None
