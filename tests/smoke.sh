#!/usr/bin/env bash
# Uses the package as a user has it after `pip install`: no development extras, outside the repository.
set -euo pipefail
repository="$(cd "$(dirname "$0")/.." && pwd)"
bin="$repository/$(dirname "$PYTHON")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
"$bin/python" -c 'import reportedly; print(*sorted(set(reportedly.__all__)))'
"$bin/python" -c 'from importlib.util import find_spec as f; assert not any(map(f, ("pytest", "mypy", "cogapp")))'
"$bin/reportedly" --help > help.txt
"$bin/reportedly" read "$repository/samples/story/1-tarnwire-dispatch.txt" --ledger smoke.db
"$bin/reportedly" claims --ledger smoke.db --format jsonl > claims.jsonl
test -s claims.jsonl
"$bin/reportedly" doctor --ledger smoke.db
"$bin/python" -c 'import spacy; nlp = spacy.blank("en"); nlp.add_pipe("reportedly"); print(len(nlp("She said it rained.")._.attributions), "attribution in a spaCy pipeline")'
echo "smoke test passed"
