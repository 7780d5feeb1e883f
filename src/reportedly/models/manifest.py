"""Reads a model's manifest and refuses files that are not the ones it names."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.types.errors import ModelError

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `manifest.toml` in a model's folder says of it.

    `digests` are SHA-256 in hexadecimal, by file name; `scores` are per cent on the development part;
    `calibration` is the weight of each piece of evidence in a confidence, the constant last.
    """

    name: str
    version: str
    licence: str
    recipe: str
    digests: Mapping[str, str]
    scores: Mapping[str, float]
    calibration: tuple[float, ...]


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the model in `folder`."""
    path = folder / "manifest.toml"
    try:
        with path.open("rb") as file:
            entry = tomllib.load(file)
        return Manifest(
            name=entry["name"],
            version=entry["version"],
            licence=entry["licence"],
            recipe=entry["recipe"],
            digests=entry["digests"],
            scores=entry["scores"],
            calibration=tuple(entry["calibration"]),
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise ModelError(
            f"The model's manifest {path.name} cannot be read ({error!r}). Install reportedly again: its "
            f"models are part of the package."
        ) from error


def checked_file(folder: Path, manifest: Manifest, name: str) -> Path:
    """The path of a model's file, once its digest is the one in the manifest."""
    path = folder / name
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(
            f"The file {name} of the model '{manifest.name}' is missing or cannot be read ({error}). Install "
            f"reportedly again: its models are part of the package."
        ) from error
    expected = manifest.digests.get(name)
    if digest != expected:
        raise ModelError(
            f"The file {name} of the model '{manifest.name}' has the digest {digest[:12]}…, and the manifest "
            f"says {(expected or 'nothing')[:12]}…: it was changed or damaged. Install reportedly again, or "
            f"train the model again as its card says."
        )
    return path
