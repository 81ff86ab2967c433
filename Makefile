PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint results ledgers clean

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[dev,notebooks]'
	touch $@

demo: $(VENV)/installed
	$(BIN)/python -m policydiff.demo

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

results: $(VENV)/installed
	$(BIN)/python results/make.py

# Only where the full documents are at hand: make ledgers results DOCUMENTS=folder
DOCUMENTS ?= corpora/documents
ledgers: $(VENV)/installed
	$(BIN)/python corpora/make_ledgers.py $(DOCUMENTS)

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache
