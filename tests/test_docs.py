"""What a user can call, set or meet is mentioned in the docs, and the docs lead nowhere wrong."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from reportedly import __all__ as public_names
from reportedly import assemble
from reportedly.cli.main import COMMANDS, main
from reportedly.config import Config
from reportedly.types import errors
from reportedly.types.attribution import Certainty, Quoted, SourceKind, Stance
from reportedly.types.claim import Judgement, LinkKind, Standing
from reportedly.types.doc import Layer
from reportedly.types.limits import Limits

ROOT = Path(__file__).parent.parent
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


def page(name: str) -> str:
    """One page of the docs."""
    return (ROOT / "docs" / name).read_text("utf-8")


def options() -> list[tuple[str, str]]:
    """Every option of every command."""
    context = click.Context(main)
    commands = {name: main.get_command(context, name) for name in COMMANDS}
    return [
        (name, option)
        for name, command in commands.items()
        if command is not None
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_section(name: str) -> None:
    assert f"\n## `reportedly {name}`\n" in page("cli-reference.md")


@pytest.mark.parametrize(("name", "option"), options())
def test_every_option_stands_in_the_section_of_its_command(name: str, option: str) -> None:
    section = page("cli-reference.md").split(f"\n## `reportedly {name}`\n")[1].split("\n## ")[0]
    assert re.search(rf"{re.escape(option)}\b", section)


@pytest.mark.parametrize("name", [field.name for field in (*fields(Config), *fields(Limits))])
def test_every_setting_has_its_row(name: str) -> None:
    assert f"\n| `{name}` |" in page("cli-reference.md")


ERRORS = [name for name, value in vars(errors).items() if isinstance(value, type)]


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_has_its_row(name: str) -> None:
    assert f"\n| `{name}` |" in page("cli-reference.md")


@pytest.mark.parametrize("layer", Layer)
def test_every_layer_is_described(layer: Layer) -> None:
    assert f"`{layer.value}`" in page("architecture.md")


def test_every_component_is_described_with_its_layers() -> None:
    rows = [line.split("|") for line in page("architecture.md").splitlines() if line.count("|") == 5]
    described = {row[2].strip(): row[1] for row in rows}
    for component in assemble.make_pipeline(Config()).components:
        assigned = described[f"`{component.run.component}`"]
        assert all(f"`{layer.value}`" in assigned for layer in component.assigns)


VALUES = [
    (kind.__name__, value.value)
    for kind in (Quoted, SourceKind, Stance, Certainty, Standing, LinkKind, Judgement)
    for value in kind
]


@pytest.mark.parametrize(("kind", "value"), VALUES)
def test_every_value_has_its_meaning(kind: str, value: str) -> None:
    rows = [line.split("|")[1] for line in page("vocabulary.md").splitlines() if line.startswith("|")]
    assert any(f"`{value}`" in row for row in rows), kind


@pytest.mark.parametrize("name", public_names)
def test_every_public_name_is_on_the_python_page(name: str) -> None:
    assert re.search(rf"`{name}\b", page("python.md"))


def test_every_dependency_is_explained() -> None:
    listed = re.search(
        r"^dependencies = \[(.*?)^\]", (ROOT / "pyproject.toml").read_text("utf-8"), re.M | re.S
    )
    assert listed is not None
    names = re.findall(r'"([\w-]+)', listed.group(1))
    assert len(names) > 5
    assert [name for name in names if name not in page("dependencies.md")] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(path: Path) -> None:
    targets = LINK.findall(path.read_text("utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_block_made_by_the_program_is_there(path: Path) -> None:
    blocks = re.findall(r"\]\]\] -->\n(.*?)<!-- \[\[\[end\]\]\] -->", path.read_text("utf-8"), re.S)
    assert all(block.strip() for block in blocks)


def test_lock_file_pins_every_version_and_names_no_place() -> None:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    assert all(re.match(r"[\w.-]+==[\w.+!]+( ; .*)?$", line) for line in lines)
    assert not [line for line in lines if line.startswith(("torch", "nvidia"))]
