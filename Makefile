# `make run` opens the kiosk, `make test` runs all tests; each first installs what is missing (tools/prepare.py).
PYTHON ?= python3
VENV_PYTHON = .venv/bin/python

# Layout, content and units on all cores; what takes real time (windows, sound, saved files) alone, as it is in the lobby.
REAL_TIME = tests/unit/audio tests/unit/live tests/gui tests/journeys
NO_WAIT = -n auto --dist loadfile $(REAL_TIME:%=--ignore=%)

.PHONY: help run test test-all terminal-test lint bench bench-peers soak monkey lock

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

terminal-test:  ## make terminals of fresh Debians with a real systemd, break them, take them back (as root, 30 minutes and more)
	@$(PYTHON) tools/prepare.py test
	@apt-get install --yes --no-install-recommends debootstrap systemd-container qemu-system-x86 e2fsprogs openssh-client
	@$(VENV_PYTHON) -m tests.terminal.whole bookworm trixie
	@exec $(VENV_PYTHON) -m tests.terminal.locks

lint:  ## check style, types and who may import whom
	@$(PYTHON) tools/prepare.py test
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m mypy
	$(VENV_PYTHON) -m pytest -q tests/test_architecture.py

bench:  ## measure check, live update, releases, search, preview, voice and keys, and bench-peers (benchmarks/README.md)
	@$(PYTHON) tools/prepare.py test
	@$(VENV_PYTHON) -m benchmarks.check
	@$(VENV_PYTHON) -m benchmarks.live
	@$(VENV_PYTHON) -m benchmarks.releases
	@$(VENV_PYTHON) -m benchmarks.search
	@$(VENV_PYTHON) -m benchmarks.preview
	@$(VENV_PYTHON) -m benchmarks.voice
	@$(VENV_PYTHON) -m benchmarks.speech_keys
	@exec $(MAKE) bench-peers

bench-peers:  ## measure the kiosk beside the same pages in Chromium and in a Qt app (benchmarks/README.md)
	@$(PYTHON) tools/prepare.py bench
	@exec $(VENV_PYTHON) -m benchmarks.compare

soak:  ## 5,000 visitors to one kiosk: nothing may grow (docs/proof.md)
	@$(PYTHON) tools/prepare.py test
	@exec $(VENV_PYTHON) -m benchmarks.soak --visitors 5000 --first 500 --round 450

monkey:  ## 50 monkeys before one kiosk, 5,000 acts each (docs/proof.md)
	@$(PYTHON) tools/prepare.py test
	@exec $(VENV_PYTHON) -m benchmarks.monkey

lock:  ## renew both lock files from setup.cfg (with Python 3.11, the oldest that we support)
	python3.11 -m venv --clear build/lock
	build/lock/bin/python -m pip install --quiet pip-tools
	build/lock/bin/pip-compile $(LOCK_OPTIONS) --output-file=requirements.lock setup.cfg
	build/lock/bin/pip-compile $(LOCK_OPTIONS) --extra=test --constraint=requirements.lock \
		--output-file=requirements-test.lock setup.cfg
	build/lock/bin/pip-compile $(LOCK_OPTIONS) --output-file=benchmarks/peers/requirements.lock \
		benchmarks/peers/requirements.in
	rm -r build/lock *.egg-info

# Hashes, so that a terminal installs what was tested or nothing; no address of any one machine's package source.
LOCK_OPTIONS = --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
lock: export CUSTOM_COMPILE_COMMAND = make lock
