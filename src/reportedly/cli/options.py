"""The options that several commands share."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

from reportedly.cli.settings import checked_date, checked_language
from reportedly.types.errors import ConfigError

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def ledger_option() -> Decorator:
    """`--ledger` of a command; where it is not given, the one before the command's name counts."""
    return click.option(
        "--ledger",
        type=click.Path(path_type=Path, dir_okay=False),
        callback=own_or_group_ledger,
        help="The ledger's file.  [default: REPORTEDLY_LEDGER, else ledger.db]",
    )


def own_or_group_ledger(ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    """The command's own ledger, else the group's."""
    group: Path | None = ctx.find_root().params.get("ledger")
    return value or group


def format_option() -> Decorator:
    """`--format table|json|jsonl`."""
    return click.option(
        "--format",
        "shape",
        type=click.Choice(Format, case_sensitive=False),
        default=Format.TABLE,
        help="A table for people, JSON or JSON lines for programs.  [default: table]",
    )


def limit_option(default: int) -> Decorator:
    """`--limit N`."""
    return click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=default,
        show_default=True,
        help="Print at most so many.",
    )


def date_argument(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """The callback of a date: a usage error where it is none."""
    return checked(checked_date, value)


def language_argument(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """The callback of a language code: a usage error where it is none."""
    return checked(checked_language, value)


def checked(check: Callable[[str], str], value: str | None) -> str | None:
    """The checked value, or a usage error that says what is wrong with it."""
    try:
        return None if value is None else check(value)
    except ConfigError as error:
        raise click.BadParameter(str(error)) from error
