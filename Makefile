# Needs Python 3.11 or newer and make; everything else goes into .venv.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VAR ?= var
# Said to 'serve' besides, for example OPTIONS=--expose-demonstration.
OPTIONS ?=
WORKERS ?= logical
export VAR
# A stray .env or a shell prepared for another application must not change this one.
export FLASK_SKIP_DOTENV := 1
unexport FLASK_APP FLASK_DEBUG VIRTUAL_ENV PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE

# Names of benches, to run no other: BENCHES="list_page text_page".
BENCHES ?=

BIN := .venv/bin
PEERS := .venv-bench
UV := $(BIN)/uv
LOCKED := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run install develop test bench bench-scale bench-install lint fix lock browser docs clean

help: ## Show this list
	@echo "make run [HOST=$(HOST)] [PORT=$(PORT)] [VAR=$(VAR)] [PYTHON=$(PYTHON)]"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

run: install ## Start Navette; VAR is the folder that keeps its data
	@exec $(BIN)/flask --app web serve --host $(HOST) --port $(PORT) $(OPTIONS)

install: .venv/installed ## Install what Navette needs into .venv, and nothing else
	@:

develop: .venv/developing ## Install besides what tests, style and types need
	@:

test: browser ## Run every test, those in a real browser included; WORKERS=0 for one after the other
	@$(BIN)/pytest -n $(WORKERS) --maxprocesses 4 --dist loadgroup

bench: bench-install ## Time moves and pages beside a peer or a limit; JSON=FILE, BASELINE=an older checkout
	@PYTHONPATH=.:$(PEERS) $(BIN)/python bench/run.py $(if $(JSON),--json $(JSON)) $(BENCHES)

bench-scale: bench-install ## The same at N=1000000 texts, beside 1,000; takes half an hour
	@PYTHONPATH=.:$(PEERS) $(BIN)/python bench/run.py --scale $(if $(JSON),--json $(JSON)) $(BENCHES)

bench-install: develop $(PEERS)/installed ## Install the peers of the benches, apart from the product
	@:

lint: develop ## Check style, formatting and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

fix: develop ## Repair what ruff can repair by itself
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

browser: develop ## Install Chromium for the tests, where it is missing
	@$(BIN)/python tests/install_browser.py

docs: develop ## Write the reference of the procedure files and their schemas again, from the models
	@$(BIN)/python -m workflow.rulebook.reference

lock: develop ## Write the lock files again, at the newest allowed versions
	@$(UV) pip compile $(LOCKED) --upgrade pyproject.toml --output-file requirements.lock
	@for of in dev bench; do $(UV) pip compile $(LOCKED) --upgrade --group pyproject.toml:$$of --constraint requirements.lock --output-file requirements-$$of.lock; done
	@echo uv | $(UV) pip compile $(LOCKED) --upgrade --no-annotate - --output-file requirements-uv.lock

clean: ## Remove .venv and the tools' caches; VAR stays
	@rm -rf .venv $(PEERS) .mypy_cache .pytest_cache .ruff_cache .hypothesis

# The stamps are written last, so an interrupted installation is taken up again.
.venv/installed: requirements.lock .venv/uv
	@echo "Installing Navette's packages into .venv ..."
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes --compile-bytecode requirements.lock
	@touch $@

.venv/developing: requirements-dev.lock .venv/installed
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode -r requirements-dev.lock
	@touch $@

$(PEERS)/installed: requirements-bench.lock .venv/uv
	@rm -rf $(PEERS)
	@$(UV) pip install --quiet --python $(BIN)/python --target $(PEERS) --require-hashes -r requirements-bench.lock
	@touch $@

.venv/uv: requirements-uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Navette needs Python 3.11 or newer as '$(PYTHON)'; name another one: make PYTHON=python3.12"; exit 1; } >&2
	@$(PYTHON) -m venv --clear .venv || \
	  { echo "Python's venv module is incomplete; on Debian: apt-get install python3-venv"; exit 1; } >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
