# Each target is one thing a developer does; `make check` is what .ci/run runs, in the venv at hand.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin

.PHONY: setup check lint types test fix golden bench wheel

setup:  ## a virtual environment with isocheck (editable) and the tools
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q -e '.[dev]'

check: lint types test

lint:
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types:
	$(BIN)/mypy

test:
	$(BIN)/python -m pytest -q -n auto

fix:
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

golden:  ## rewrite the expected reports and the README's output; read the diff before committing
	ISOCHECK_UPDATE_GOLDEN=1 $(BIN)/python -m pytest -q

bench:  ## make bench [DATA=folder of administrative units]
	$(BIN)/python benchmarks/run.py $(if $(DATA),--data $(DATA))

wheel:
	$(BIN)/pip wheel -q --no-deps --wheel-dir dist .
