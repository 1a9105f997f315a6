# The first `make run` makes .venv and installs; the second starts at once.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
endif
SAMPLE := resources/samples/service-platform.journey

.PHONY: help run install test lint types contracts check golden locale bench clean

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

run: install  ## open the window on the sample journey (without a display: export it)
	@$(BIN)/python scripts/run.py $(SAMPLE)

install: .venv/.installed  ## make .venv with the package in it

test: .venv/.installed-test  ## run the whole suite, without a display
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto

check: lint types contracts  ## style, types, import contracts

lint: .venv/.installed-test
	$(BIN)/ruff check app tests bench scripts
	$(BIN)/ruff format --check app tests bench scripts

types: .venv/.installed-test
	$(BIN)/mypy

contracts: .venv/.installed-test
	$(BIN)/lint-imports

golden: .venv/.installed-test  ## approve the golden drawings and pictures as they are now
	QT_QPA_PLATFORM=offscreen $(BIN)/python scripts/approve_goldens.py

locale: .venv/.installed-test  ## bring the translations up to date with the code and compile them
	$(BIN)/python scripts/make_locale.py

bench: install  ## measure speed as ratios within one run
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m bench

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache

.venv/.installed: pyproject.toml scripts/install.sh
	@PYTHON="$(PYTHON)" sh scripts/install.sh "" && touch $@

.venv/.installed-test: .venv/.installed
	@PYTHON="$(PYTHON)" sh scripts/install.sh "[test]" && touch $@
