# `make run` and `make test` do all the set-up on a fresh machine with Python 3.11 to 3.13.

PYTHON ?= python3
VENV := .venv
DATA ?= data
PORT ?= 8000
READY := $(VENV)/.ready

.PHONY: run test check lint types fast clean

run: $(READY)
	$(VENV)/bin/nianbao ingest corpus/sample --data $(DATA)
	$(VENV)/bin/nianbao serve --data $(DATA) --port $(PORT)

# In two processes, a file of tests each at a time: what a file shares is made once.
test: $(READY)
	$(VENV)/bin/pytest --numprocesses 2 --dist loadfile

# Without the embedding model and without a browser: seconds.
fast: $(READY)
	$(VENV)/bin/pytest -m "not model and not browser"

check: lint types test

lint: $(READY)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(READY)
	$(VENV)/bin/mypy

clean:
	rm -rf $(VENV) build *.egg-info

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --upgrade pip
	$(VENV)/bin/pip install --quiet --constraint constraints.txt --editable ".[dev,ocr,wechat,mcp,webhooks]"
	touch $@
