# `make run` opens the kiosk, `make test` runs all tests; each first installs what is missing (tools/prepare.py).
PYTHON ?= python3
VENV_PYTHON = .venv/bin/python

# Layout, content and units on all cores; what takes real time (windows, sound, saved files) alone, as it is in the lobby.
REAL_TIME = tests/unit/audio tests/unit/live tests/gui tests/journeys
NO_WAIT = -n auto --dist loadfile $(REAL_TIME:%=--ignore=%)

.PHONY: help run test test-all lint bench lock

help:  ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile

run:  ## open the kiosk full screen
	@$(PYTHON) tools/prepare.py run
	@exec $(VENV_PYTHON) run_kiosk.py

test:  ## run all tests
	@$(PYTHON) tools/prepare.py test
	@$(VENV_PYTHON) -m pytest $(NO_WAIT)
	@exec $(VENV_PYTHON) -m pytest $(REAL_TIME)

test-all:  ## run all tests, with every combination of panel, language and mode (takes much longer)
	@$(PYTHON) tools/prepare.py test
	@KIOSK_TEST_ALL=1 $(VENV_PYTHON) -m pytest $(NO_WAIT)
	@exec env KIOSK_TEST_ALL=1 $(VENV_PYTHON) -m pytest $(REAL_TIME)

lint:  ## check style, types and who may import whom
	@$(PYTHON) tools/prepare.py test
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m mypy
	$(VENV_PYTHON) -m pytest -q tests/test_architecture.py

bench:  ## measure check, live update, search, preview, and how soon the kiosk speaks, stops and goes on (benchmarks/README.md)
	@$(PYTHON) tools/prepare.py test
	@$(VENV_PYTHON) -m benchmarks.check
	@$(VENV_PYTHON) -m benchmarks.live
	@$(VENV_PYTHON) -m benchmarks.search
	@$(VENV_PYTHON) -m benchmarks.preview
	@$(VENV_PYTHON) -m benchmarks.voice
	@exec $(VENV_PYTHON) -m benchmarks.speech_keys

lock:  ## renew both lock files from setup.cfg (with Python 3.11, the oldest that we support)
	python3.11 -m venv --clear build/lock
	build/lock/bin/python -m pip install --quiet pip-tools
	build/lock/bin/pip-compile $(LOCK_OPTIONS) --output-file=requirements.lock setup.cfg
	build/lock/bin/pip-compile $(LOCK_OPTIONS) --extra=test --constraint=requirements.lock \
		--output-file=requirements-test.lock setup.cfg
	rm -r build/lock *.egg-info

# Hashes, so that a terminal installs what was tested or nothing; no address of any one machine's package source.
LOCK_OPTIONS = --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
lock: export CUSTOM_COMPILE_COMMAND = make lock
