"""The tables as SQLAlchemy knows them; `migrations/` makes them, and a test compares the two."""

from sqlalchemy import JSON, Column, Float, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


class AnyText(TypeDecorator[str]):
    """Text that may hold half a surrogate pair, as hostile JSON does; such text is kept as bytes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | bytes | None:  # noqa: ARG002
        """The text itself where UTF-8 can carry it."""
        if value is None or not any("\ud800" <= character <= "\udfff" for character in value):
            return value
        return value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: str | bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The text as it was given."""
        return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def _words(*names: str) -> list[Column[str]]:
    """Columns of text."""
    return [Column(name, AnyText) for name in names]


def _numbers(*names: str) -> list[Column[int]]:
    """Columns of whole numbers."""
    return [Column(name, Integer) for name in names]


def _key() -> Column[int]:
    """The row's number, given by the database."""
    return Column("number", Integer, primary_key=True)


schema_versions = Table(
    "schema_versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("program", Text, nullable=False),
    Column("applied_at", Text, nullable=False),
)
runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    *_words("component", "version", "model_digest", "first_used_at"),
)
run_sets = Table("run_sets", metadata, Column("id", Integer, primary_key=True), *_words("label"))
run_set_members = Table("run_set_members", metadata, *_numbers("run_set", "run"))
pages = Table(
    "pages", metadata, *_words("digest"), Column("compressed", LargeBinary), Column("size", Integer)
)
articles = Table(
    "articles",
    metadata,
    _key(),
    *_words("id", "outlet", "title", "author", "url", "published", "language", "ref"),
    *_numbers("version"),
    *_words("previous", "source", "page_digest", "received_at", "format", "final_url", "response_date"),
    Column("notes", JSON),
    *_numbers("run_set"),
    *_words("created_at", "text"),
)
attributions = Table(
    "attributions",
    metadata,
    _key(),
    *_words("id", "article"),
    *_numbers("place"),
    *_words("parent", "quoted"),
    Column("chain", JSON),
    *_words("addressee", "medium", "innermost_name", "innermost_described_as", "innermost_kind"),
    *_words("stance", "certainty", "reporter_hedge", "said_at", "event_at"),
    Column("why_null", JSON),
    Column("participants", JSON),
    Column("places", JSON),
    Column("confidence", Float),
    *_numbers("run_set"),
    *_words("created_at", "withdrawn_at"),
)
spans = Table(
    "spans", metadata, *_numbers("attribution"), *_words("role"), *_numbers("place", "start", "end")
)
claims = Table("claims", metadata, _key(), *_words("id", "text"), *_numbers("run_set"), *_words("created_at"))
claim_members = Table(
    "claim_members",
    metadata,
    _key(),
    *_words("claim", "attribution"),
    *_numbers("run_set"),
    *_words("created_at", "withdrawn_at"),
)
claim_merges = Table(
    "claim_merges",
    metadata,
    _key(),
    *_words("claim", "merged_into"),
    *_numbers("run_set"),
    *_words("created_at", "withdrawn_at"),
)
links = Table(
    "links",
    metadata,
    _key(),
    *_words("kind", "a", "b"),
    Column("score", Float),
    *_words("why", "judgement", "decided_by"),
    *_numbers("run_set"),
    *_words("created_at", "withdrawn_at"),
)
rejections = Table(
    "rejections", metadata, _key(), *_words("source", "reason", "advice", "digest", "created_at")
)
failures = Table(
    "failures",
    metadata,
    _key(),
    *_words("article", "component", "reason"),
    *_numbers("run_set"),
    *_words("created_at"),
)
