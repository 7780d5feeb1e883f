"""Builds the one `Config`: its defaults, then reportedly.toml, then the environment, then the options."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import get_type_hints

from reportedly.config import Config
from reportedly.types.errors import ConfigError
from reportedly.types.limits import Limits

FILE = Path("reportedly.toml")
PREFIX = "REPORTEDLY_"
TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?")
LANGUAGE = re.compile(r"[a-z]{2}")

Setting = Path | str | bool | int | Limits


def load_config(chosen: Mapping[str, Setting | None]) -> Config:
    """The configuration of this run; `chosen` holds what the command line says, None where it is silent."""
    settings = from_file(FILE) | from_environment(os.environ)
    settings |= {name: value for name, value in chosen.items() if value is not None}
    return Config(**settings)  # type: ignore[arg-type]  # each value was checked against its field


def from_file(path: Path) -> dict[str, Setting]:
    """What `reportedly.toml` says; nothing where there is no such file."""
    try:
        with path.open("rb") as file:
            table = tomllib.load(file)
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ConfigError(f"{path} cannot be read: {error}. Correct it or remove it.") from error
    refuse_unknown(table, ["reportedly"], str(path))
    section = table.get("reportedly", {})
    if not isinstance(section, dict):
        raise ConfigError(f"{path}: write the settings under a heading [reportedly].")
    types = types_of(Config)
    refuse_unknown(section, list(types), f"[reportedly] in {path}")
    return {name: from_toml(name, value, types[name], str(path)) for name, value in section.items()}


def from_toml(name: str, value: object, kind: type, where: str) -> Setting:
    """One value of the file, checked against the type of its field."""
    if kind is Limits and isinstance(value, dict):
        types = types_of(Limits)
        refuse_unknown(value, list(types), f"[reportedly.limits] in {where}")
        numbers = {key: number(key, one, types[key], where) for key, one in value.items()}
        return Limits(**numbers)  # type: ignore[arg-type]  # whole numbers where whole ones are wanted
    if kind is int:
        return int(number(name, value, kind, where))
    if kind is Path and isinstance(value, str):
        return Path(value)
    if (kind is bool and isinstance(value, bool)) or (kind is str and isinstance(value, str)):
        return checked_setting(name, value)
    raise ConfigError(f"{where}: {name} = {value!r} is not {in_words(kind)}. Correct it or remove the line.")


def number(name: str, value: object, kind: type, where: str) -> float:
    """A number above zero, whole where its field is."""
    allowed = (int,) if kind is int else (int, float)
    if isinstance(value, bool) or not isinstance(value, allowed) or value <= 0:
        raise ConfigError(f"{where}: {name} = {value!r} is not {in_words(kind)}. Correct it or remove it.")
    return value


def from_environment(environment: Mapping[str, str]) -> dict[str, Setting]:
    """The settings among the variables that begin with REPORTEDLY_; empty ones do not count."""
    types = {name: kind for name, kind in types_of(Config).items() if kind is not Limits}
    given = {name: environment.get(PREFIX + name.upper(), "") for name in types}
    return {name: from_word(name, word, types[name]) for name, word in given.items() if word}


def from_word(name: str, word: str, kind: type) -> Setting:
    """One variable's value, checked against the type of its field."""
    variable = PREFIX + name.upper()
    if kind is Path:
        return Path(word)
    if kind is bool and word.lower() in TRUE + FALSE:
        return word.lower() in TRUE
    if kind is int and word.isdecimal() and int(word) > 0:
        return int(word)
    if kind is str:
        return checked_setting(name, word)
    raise ConfigError(f"{variable}={word} is not {in_words(kind)}. Correct the variable or unset it.")


def checked_setting(name: str, value: str | bool) -> str | bool:
    """The value itself, where its field allows it."""
    checks = {"published": checked_date, "language": checked_language}
    return checks[name](value) if name in checks and isinstance(value, str) else value


def checked_date(value: str) -> str:
    """An ISO 8601 date with what is known and no more: 2016, 2016-04, 2016-04-17, or with a time."""
    if DATE.fullmatch(value) and is_real_date(value):
        return value
    raise ConfigError(f"{value!r} is not a date: write it as 2016-04-17 (or 2016-04, or 2016).")


def is_real_date(value: str) -> bool:
    """Whether a value of the right shape names a day of the calendar."""
    try:
        if "T" in value:
            datetime.fromisoformat(value)
        else:
            date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def checked_language(value: str) -> str:
    """A two-letter language code."""
    if LANGUAGE.fullmatch(value):
        return value
    raise ConfigError(f"{value!r} is not a language code: write two small letters, such as en.")


def refuse_unknown(table: Mapping[str, object], known: list[str], where: str) -> None:
    """A name that nobody reads is a mistake, so it is an error that names those we know."""
    for name in table:
        if name not in known:
            raise ConfigError(f"{where}: unknown setting {name!r}. Known are: {', '.join(known)}.")


def types_of(record: type) -> dict[str, type]:
    """The type of each field of a settings record, `str` for `str | None`."""
    hints = get_type_hints(record)
    optional = {name for name, hint in hints.items() if hint == (str | None)}
    names = [field.name for field in fields(record)]
    return {name: str if name in optional else hints[name] for name in names}


def in_words(kind: type) -> str:
    """What a value of that type is called in a message."""
    names = {bool: "true or false", int: "a whole number above zero", float: "a number above zero"}
    return names.get(kind, "a table of numbers" if kind is Limits else "a text in quotation marks")
