# What a developer and CI run; `make help` lists it. Needs only Python 3.11 or newer, git and make.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
SMOKE := build/smoke
DEMO_LEDGER := demo.db
STORY := samples/story
DATA ?= samples/story/3-4-relays.jsonl

.DEFAULT_GOAL := help
.PHONY: help install demo test lint format smoke bench peers docs lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(INSTALLED)  ## make .venv with the versions of the lock file

# The stamp is written last, so an install that failed half-way is done again.
$(INSTALLED): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

demo: $(INSTALLED)  ## read the sample story into a fresh ledger and print who says what
	@rm -f $(DEMO_LEDGER) $(DEMO_LEDGER)-wal $(DEMO_LEDGER)-shm
	$(BIN)/reportedly read $(STORY) --ledger $(DEMO_LEDGER)
	$(BIN)/reportedly claims --ledger $(DEMO_LEDGER) --limit 10
	$(BIN)/reportedly claims --ledger $(DEMO_LEDGER) --limit 2 --details
	$(BIN)/reportedly sources --ledger $(DEMO_LEDGER) --limit 20

test: $(INSTALLED) smoke  ## run all tests, the bare-install test first
	$(BIN)/python -m pytest

lint: $(INSTALLED)  ## everything that a machine can check without running the program
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/cog --check -I docs README.md docs/*.md

format: $(INSTALLED)  ## put every file into the house's layout
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

# The package as a user gets it: no development extras, not editable, run outside the repository.
$(SMOKE)/.installed: requirements.lock pyproject.toml
	rm -rf $(SMOKE)
	$(PYTHON) -m venv $(SMOKE)/venv
	$(SMOKE)/venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock .
	@touch $@

smoke: $(SMOKE)/.installed  ## install the package alone and read one sample with it
	$(SMOKE)/venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall .
	PYTHON="$(SMOKE)/venv/bin/python" bash tests/smoke.sh

bench: $(INSTALLED)  ## print speed and memory by stage; DATA=file.jsonl names the input, FLAGS=--json prints JSON
	$(BIN)/python -m benchmarks.throughput $(DATA) $(FLAGS)

peers: $(INSTALLED)  ## print quality and speed beside other tools; DATA=folder holds polnear/dev.jsonl.gz
	$(BIN)/python -m benchmarks.peers --data $(DATA) $(FLAGS)

docs: $(INSTALLED)  ## regenerate what the docs quote from the program
	$(BIN)/cog -r -I docs README.md docs/*.md

lock: $(INSTALLED)  ## resolve the lock file anew from pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade \
	  --no-header --no-annotate --quiet --output-file requirements.lock

clean:  ## remove what the other targets made, the virtual environment too
	rm -rf $(VENV) build dist $(DEMO_LEDGER)*
