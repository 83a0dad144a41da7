# One command for each thing a person or a machine wants; every tool comes from requirements/*.txt, checked by hash.
PYTHON ?= python3
JOBS ?= 2

# The tests start hundreds of processes: what one has compiled, the next need not compile again.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCALE := src/ashore/locale
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard $(LOCALE)/*/LC_MESSAGES/ashore.po))

.DEFAULT_GOAL := help
.PHONY: help demo install batch dev messages lint types floors test check soak release-check bench bench-plan pictures clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

demo: install ## set everything up, plan the bundled example household, say what to do next
	@$(BIN)/ashore demo

install: $(VENV)/installed $(CATALOGUES)

batch: $(VENV)/installed-batch $(CATALOGUES) ## also what compiles the month loop, for very many futures at once

dev: $(VENV)/installed-dev $(CATALOGUES) ## what developers need, installed

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Ashore needs Python 3.11 or newer")'
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "On Debian: apt-get install python3-venv"; exit 1; }

# The stamps live in the environment, so that they go when it goes.  Compiled ahead: on a full disk Python would keep
# half a compiled file, and stop at it the next time.
$(VENV)/installed: requirements/app.txt pyproject.toml hatch_build.py | $(BIN)/python
	@echo "Installing what Ashore needs (checked by hash) ..."
	@$(PIP) install --require-hashes -r requirements/app.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q -j $(JOBS) src
	@touch $@

$(VENV)/installed-batch: requirements/batch.txt $(VENV)/installed
	@echo "Installing the compiler (checked by hash) ..."
	@$(PIP) install --require-hashes -r requirements/batch.txt
	@touch $@

$(VENV)/installed-dev: requirements/dev.txt $(VENV)/installed
	@echo "Installing what the tests need (checked by hash) ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

%.mo: %.po tools/compile_messages.py | $(VENV)/installed
	@$(BIN)/python tools/compile_messages.py

messages: dev ## add new sentences to the catalogues, set Chinese punctuation, compile, list what is left to do
	@$(BIN)/python tools/chinese.py --fix
	@$(BIN)/python tools/compile_messages.py
	@$(BIN)/python tools/messages.py --add

lint: dev
	$(BIN)/ruff format --check src tests tools hatch_build.py
	$(BIN)/ruff check src tests tools hatch_build.py

floors: dev
	$(BIN)/lint-imports --no-cache

types: dev
	$(BIN)/basedpyright --threads $(JOBS)

test: lint floors types ## everything a change must pass
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal -m "not long" --durations=20

check: test ## make test, the long tests, unused code and dependencies
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal --hypothesis-profile=check -m "long or property" --durations=30
	$(BIN)/vulture
	$(BIN)/deptry src

soak: dev ## the property tests for a long time, with new examples on every run
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal --hypothesis-profile=soak -m property

release-check: dev ## what stands in the way of a release: help lines' age, facts, translations, what only people can do
	@$(BIN)/python tools/release_check.py

pictures: dev ## a picture of every page of the app, to look at: make pictures FOLDER=/some/where/else
	$(BIN)/python tools/web_pictures.py $(FOLDER)

bench: dev ## how long commands take, as ratios within one run
	$(BIN)/python tools/bench.py

bench-plan: dev ## plans of synthetic households against a plain solver, into docs/benchmarks/plan.md (hours; QUICK=--quick: minutes)
	$(BIN)/python tools/bench_plan.py run $(QUICK)

clean: ## remove what the other commands made
	rm -rf $(VENV) build dist .import_linter_cache .pytest_cache .ruff_cache .hypothesis
	rm -f $(CATALOGUES)
