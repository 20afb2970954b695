# What can be done here. `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
DEMO_WAREHOUSE := demo-warehouse
LOCK := uv pip compile pyproject.toml requirements.in --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" --quiet

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo test test-outside test-all lint format bench docs lock clean

help: ## list what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: $(VENV)/.installed ## make .venv with everything Tocsin needs, once
setup-dev: $(VENV)/.installed-dev ## the same with the tools for tests and checks

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tocsin needs Python 3.11 or later: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml requirements.txt | $(BIN)/python
	$(INSTALL) --no-deps --require-hashes -r requirements.txt
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml requirements-dev.txt $(VENV)/.installed
	$(INSTALL) --no-deps --require-hashes -r requirements-dev.txt
	@touch $@

demo: setup ## code the seed documents and show what came of them
	$(BIN)/tocsin demo seeds --warehouse $(DEMO_WAREHOUSE)

test: setup-dev ## every test that needs nothing outside this folder
	$(BIN)/python -m pytest -m "not outside"

test-outside: setup-dev ## the tests that need servers, a browser or minutes
	$(BIN)/python -m pytest -m outside

test-all: setup-dev ## every test
	$(BIN)/python -m pytest

lint: setup-dev ## style, layout and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup-dev ## settle the layout of the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup-dev ## speed and accuracy figures
	@set -e; for file in benchmarks/*.py; do echo "$$file"; $(BIN)/python "$$file"; done

docs: setup ## make the pages that come from the code
	$(BIN)/python -m warehouse.fields docs/fields.md
	$(BIN)/python tests/reference_tables.py
	$(BIN)/python tests/queries_page.py

lock: ## pin the dependencies anew (needs uv)
	$(LOCK) -o requirements.txt
	$(LOCK) --extra dev --constraint requirements.txt -o requirements-dev.txt

clean: ## remove what was made here, the demo's warehouse too
	rm -rf $(VENV) build *.egg-info $(DEMO_WAREHOUSE) .pytest_cache .mypy_cache .ruff_cache .hypothesis
