# The two commands are `make run` and `make test`; `make help` lists all.

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || echo python3)
PY := .venv/bin/python
JOBS ?= 2
PYTEST := QT_QPA_PLATFORM=offscreen $(PY) -m pytest
REVISION ?= -1

.DEFAULT_GOAL := help
.PHONY: help setup run test test-all lint bench screenshots docs translations package test-package lock \
	db-migrate db-revision db-downgrade db-history

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

setup:  ## make .venv and install what is missing
	@$(PYTHON) packaging/setup_dev.py

run: setup  ## open the program; without a display, import the sample in the terminal
	@$(PY) packaging/run_program.py

test: setup  ## the quick tests, on the embedded PostgreSQL
	$(PYTEST) -n $(JOBS) -m "not slow and not server" --durations=10 --durations-min=3

test-all: setup  ## every test, with real servers
	@$(PYTHON) packaging/setup_dev.py --with servers
	$(PYTEST) -n $(JOBS)

lint: setup  ## style, types and import contracts
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m mypy --explicit-package-bases -p tests.bench
	MYPYPATH=packaging $(PY) -m mypy packaging/*.py packaging/installer
	.venv/bin/lint-imports

bench: setup  ## how fast, beside peers in the same run; QUICK=1 for two minutes
	@$(PY) -m pip install -q --disable-pip-version-check -c packaging/constraints.txt -e ".[test,bench]"
	-@$(PYTHON) packaging/setup_dev.py --with servers
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.bench $(if $(QUICK),--quick)

package:  ## installers, checksums and the list of contents into dist/
	@$(PYTHON) packaging/setup_dev.py --with package
	@$(PYTHON) packaging/build_package.py

test-package: setup  ## install what `make package` made where nothing is, try it, remove it
	@$(PYTHON) packaging/setup_dev.py --with test-package
	@$(PY) packaging/try_package.py

screenshots: setup  ## every window into docs/screenshots
	QT_QPA_PLATFORM=offscreen $(PY) -m co2desk.app.screenshots docs/screenshots

docs: setup  ## the guides as a site into build/site; F1 shows the same pages without it
	@$(PY) packaging/build_docs.py

translations: setup  ## collect the window's texts and compile the languages
	@$(PY) packaging/update_translations.py

lock: setup  ## renew the locked versions from pyproject.toml
	@$(PY) packaging/renew_lock.py

db-migrate: setup  ## bring the database up to date (CO2DESK_DATABASE, else the embedded one)
	@$(PY) -m co2desk db upgrade

db-revision: setup  ## a new migration: make db-revision MESSAGE="add a column"
	@$(PY) -m co2desk db revision --message "$(MESSAGE)"

db-downgrade: setup  ## go back: make db-downgrade REVISION=001 (one step by default)
	@$(PY) -m co2desk db downgrade $(REVISION)

db-history: setup  ## the migrations and which one the database has
	@$(PY) -m co2desk db history
