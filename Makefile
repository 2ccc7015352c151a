# The set-up and the daily commands. What to type without make (Windows) stands in README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test long check bench library templates catalogue readme lock clean

demo: $(VENV)/installed ## set up and do the main job, results in 示例/; an earlier 示例/ is kept under a dated name
	[ ! -e 示例 ] || mv 示例 "示例-$$(date +%Y%m%d-%H%M%S)"
	$(BIN)/drafter demo -o 示例

test: $(VENV)/installed-dev ## the tests, but for the long ones
	$(BIN)/pytest -m "not long"

long: $(VENV)/installed-dev ## the tests that start browsers and LibreOffice or try very many cases; CI runs them too
	$(BIN)/pytest -m long

check: $(VENV)/installed-dev ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python templates/build.py --check
	$(BIN)/python docs/modules.py --check
	$(BIN)/python docs/rules.py --check

bench: $(VENV)/installed-dev ## start-up, rendering, reading, importing, comparing, checking, suggesting, editing and the desk beside the bare work, as ratios
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/rendering.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/importing.py
	$(BIN)/python benchmarks/compare.py
	$(BIN)/python benchmarks/checking.py
	$(BIN)/python benchmarks/suggest.py 20000
	$(BIN)/python benchmarks/editing.py
	$(BIN)/python benchmarks/desk.py

library: $(VENV)/installed ## library/notices anew from library/sources
	$(BIN)/drafter --workspace . import --replace library/sources/*.txt

templates: $(VENV)/installed ## templates/*.docx anew from templates/build.py
	$(BIN)/python templates/build.py

catalogue: $(VENV)/installed-dev ## click's Chinese sentences, after a change of messages.po
	$(BIN)/pybabel compile -d drafter/commands/locale -l zh_CN -D messages

readme: ## the module list of README.md from the docstrings
	$(PYTHON) docs/modules.py

lock: $(VENV)/installed-dev ## the locked dependencies anew, without any registry address
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/pip install --disable-pip-version-check --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --disable-pip-version-check --quiet --no-deps -e .
	$(BIN)/python -m compileall -q drafter
	touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.lock
	$(BIN)/pip install --disable-pip-version-check --quiet --require-hashes -r requirements-dev.lock
	touch $@
