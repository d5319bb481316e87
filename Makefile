# Qingdao's gradient registry: `make` prints this list, `make run` starts everything.
.DEFAULT_GOAL := help
.PHONY: help run test check bench trust messages lock pictures clean

PORT ?= 8000
SCALE ?= city
PYTEST ?=
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
RUNTIME := .venv/runtime.stamp
DEV := .venv/dev.stamp
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard config/locale/*/LC_MESSAGES/django.po))
PRODUCTION := env DJANGO_SETTINGS_MODULE=config.settings.production ALLOWED_HOSTS=registry.example \
	SECRET_KEY=a-stand-in-used-only-to-read-the-settings-0123456789-abcdef \
	DATABASE_URL=postgres://registry@127.0.0.1/registry REDIS_URL=redis://127.0.0.1:6379/0 \
	SITE_ORIGIN=https://registry.example EMAIL_URL=smtp://127.0.0.1 JOURNAL_KEY=stand-in FIELD_KEYS=stand-in

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(RUNTIME) $(CATALOGUES) ## set up what is missing, then web + worker + clock in one process (PORT=8000)
	@exec $(BIN)/python manage.py runall --port $(PORT)

test: $(DEV) $(CATALOGUES) ## the whole suite; on PostgreSQL and Redis when DATABASE_URL and REDIS_URL are set
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
		echo "浏览器测试将跳过：未找到 Chromium。安装：sudo apt-get install chromium（Browser tests skipped: install chromium.）"
	$(BIN)/python -m pytest $(PYTEST)

check: $(DEV) $(CATALOGUES) ## format, lint, types, import contracts, migrations, deploy check, pictures, tests with coverage
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy config seeds enterprises certifications registry
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/python manage.py draw_procedure --check
	$(BIN)/python -m pytest --cov --cov-report= $(PYTEST)
	$(BIN)/coverage report --fail-under=95 --include='certifications/*,registry/*'

bench: $(DEV) $(CATALOGUES) ## what is faster than what, measured side by side (SCALE=city|national) → build/bench.json
	$(BIN)/python -m tests.bench --scale $(SCALE)

trust: $(DEV) $(CATALOGUES) ## the longer race and crash tests (all of them need DATABASE_URL on PostgreSQL)
	$(BIN)/python -m pytest -m "trust or postgres" tests

messages: $(DEV) ## collect every sentence into the English catalogue, then compile it
	$(BIN)/python -m config.messages
	@$(MAKE) --no-print-directory $(patsubst %.po,%.mo,config/locale/en/LC_MESSAGES/django.po)

pictures: $(RUNTIME) ## draw the procedures anew into docs/procedure
	$(BIN)/python manage.py draw_procedure

lock: $(DEV) ## pin requirements/*.in anew, with hashes and without any index's address
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--quiet --output-file requirements/runtime.txt requirements/runtime.in
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--quiet --constraint requirements/runtime.txt --output-file requirements/dev.txt requirements/dev.in

clean: ## remove what was built (not var/, where the data is)
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis htmlcov .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNTIME): requirements/runtime.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "需要 Python 3.11 或更高版本：PYTHON=/path/to/python3.11 make run"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
		{ echo "无法建立虚拟环境。Debian/Ubuntu 请先安装：sudo apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/runtime.txt
	@touch $@

$(DEV): requirements/dev.txt $(RUNTIME)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/dev.txt
	@touch $@

%.mo: %.po $(RUNTIME)
	$(BIN)/pybabel -q compile -D django -i $< -o $@
