# The analyst's timeline: every command a developer or a new user needs.  `make help` lists them.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --no-deps

.DEFAULT_GOAL := help
.PHONY: translations pictures help run test lint types contracts unit bench soak fuzz load lock libraries clean approve-pictures package package-test node node-lock notices manual

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

run: libraries $(VENV)/.runtime ## open the window on the sample project (headless: print and write files)
	$(BIN)/timeline-app demo

test: libraries $(VENV)/.development lint types contracts unit ## everything that CI does

lint: $(VENV)/.development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.development
	$(BIN)/mypy

contracts: $(VENV)/.development
	$(BIN)/lint-imports

unit: $(VENV)/.development
	QT_QPA_PLATFORM=offscreen OMP_NUM_THREADS=1 $(BIN)/python -m pytest

translations: $(VENV)/.development ## find every text of the window and compile the translations
	$(BIN)/python packaging/translations.py

pictures: $(VENV)/.runtime ## draw the pictures of README and user guide (docs/pictures) anew from the real program
	$(BIN)/python packaging/pictures.py
	$(BIN)/python packaging/dialog_pictures.py

approve-pictures: $(VENV)/.development ## draw the approved pictures of tests/pictures anew (look at each that changed)
	QT_SCALE_FACTOR=1 $(BIN)/python -P tests/pictures/draw.py tests/pictures/approved
	QT_SCALE_FACTOR=2 $(BIN)/python -P tests/pictures/draw.py tests/pictures/approved

bench: libraries $(VENV)/.development ## measure accuracy and speed (needs the corpora: benchmarks/README.md)
	$(BIN)/python -m benchmarks.run

KILLS ?= 400
EDITS ?= 100000
soak: libraries $(VENV)/.development ## hours of use: kill the program KILLS times, do EDITS edits in one run, fuzz for long
	QT_QPA_PLATFORM=offscreen SOAK_KILLS=$(KILLS) SOAK_EDITS=$(EDITS) FUZZ_SECONDS=$(SECONDS) HOSTILE_LARGE=1 \
	  $(BIN)/python -m pytest --timeout=0 -v tests/e2e/test_soak.py tests/e2e/test_endurance.py tests/e2e/test_fuzz.py \
	  tests/e2e/test_hostile_large.py

SECONDS ?= 600
fuzz: libraries $(VENV)/.development ## fuzz the tagger, the readers and the project loader, SECONDS each (needs atheris)
	for target in tagger readers records project; do \
	  $(BIN)/python tests/fuzz/fuzz.py $$target -max_total_time=$(SECONDS) || exit 1; done

load: libraries $(VENV)/.runtime ## measure 1,000 sources with 100,000 events: opening, one edit, saving, searching, memory
	$(BIN)/python -m benchmarks.load

# The lock names packages and hashes only, for every supported Python, without any index.
lock: ## write requirements/*.txt anew from pyproject.toml (needs uv)
	uv lock --upgrade
	uv export -q --no-header --no-annotate --no-emit-project --no-dev -o requirements/runtime.txt >/dev/null
	uv export -q --no-header --no-annotate --no-emit-project --group dev -o requirements/development.txt >/dev/null
	uv export -q --no-header --no-annotate --no-emit-project --only-group build -o requirements/build.txt >/dev/null
	rm -f uv.lock

package: $(VENV)/.development ## build dist/: a folder that runs without Python, and on Debian a .deb
	packaging/build.sh

package-test: package ## install the .deb on a clean Debian root and use it there (superuser, debootstrap, Xvfb, xdotool)
	packaging/test_package.sh

node: ## install the readers of other programs, which the tests of our exports use (needs Node)
	cd tests/node && npm ci --no-audit --no-fund

node-lock: ## update tests/node/package-lock.json, without the name of any host
	cd tests/node && npm install --no-audit --no-fund --package-lock-only && node lock.js

notices: $(VENV)/.runtime ## write THIRD-PARTY-NOTICES.txt anew from the lock file
	$(BIN)/python packaging/notices.py

manual: $(VENV)/.runtime ## write the manual page docs/timeline-app.1 anew from the command's own arguments
	$(BIN)/python packaging/manual.py

libraries:
	@packaging/system_libraries.sh

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
	  { echo "Python 3.11, 3.12 or 3.13 is needed; name one with  make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python could not make an environment; on Debian run:  sudo apt-get install python3-venv" >&2; exit 1; }

$(VENV)/.runtime: requirements/runtime.txt requirements/build.txt pyproject.toml | $(BIN)/python
	@echo "Installing the locked packages into $(VENV) (about a minute the first time) ..."
	@$(PIP_INSTALL) -r requirements/runtime.txt -r requirements/build.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.development: requirements/development.txt $(VENV)/.runtime
	@$(PIP_INSTALL) -r requirements/development.txt
	@touch $@

clean: ## remove the environment and every cache
	@! mount | grep -q " $(CURDIR)/build/" || { echo "Something is mounted under build/; unmount it first." >&2; exit 1; }
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
