# Every target sets up first what it needs (scripts/setup), which takes no time and no network when it is done already.
# `run`, `test` and the others take one command a line: make then starts it without a shell, so Ctrl-C and
# `kill` reach it directly.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run train widget check test test-fast screenshots bench lock clean

# What an activated environment leaves behind would make Python load other libraries than ours.
unexport PYTHONHOME PYTHONPATH

BIN := .venv/bin
FAST_TESTS := $(wildcard tests/unit tests/property tests/actions)
SLOW_TESTS := $(filter-out $(FAST_TESTS) tests/__pycache__,$(sort $(patsubst %/,%,$(wildcard tests/*/))))

help: ## list these commands
	@echo "make COMMAND, where COMMAND is:"
	@sed -n 's/^\([a-z-]*\): ## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name what; do printf '  %-10s %s\n' "$$name" "$$what"; done

run: ## set up, train if the model is not up to date, and start the assistant (Ctrl-C stops it)
	@scripts/setup
	@$(BIN)/cryobot train
	@$(BIN)/cryobot widget
	@$(BIN)/cryobot run

train: ## train the model if it is not up to date
	@scripts/setup
	@$(BIN)/cryobot train

widget: ## build the chat widget if it is not up to date (needs Node.js)
	@scripts/setup
	@$(BIN)/cryobot widget

check: ## check that guidance, domain and data agree
	@scripts/setup
	@$(BIN)/cryobot check

test: ## set up, then run every check and every test, the fast ones first
	@scripts/setup dev
	@echo "Checking the style, the types and the data ..."
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/cryobot check
	@echo "Testing the chat widget ..."
	@$(BIN)/cryobot widget --test
	@$(BIN)/pytest $(FAST_TESTS) $(SLOW_TESTS)

test-fast: ## run the fast tests only
	@scripts/setup dev
	@$(BIN)/pytest $(FAST_TESTS)

screenshots: ## take the pictures of the chat for the README (needs Chromium)
	@scripts/setup dev
	@$(BIN)/cryobot train
	@$(BIN)/cryobot widget
	@$(BIN)/python -m tools.screenshots

bench: ## measure speed, memory and load
	@scripts/setup dev
	@$(BIN)/cryobot train
	@$(BIN)/python -m benchmarks

lock: ## resolve the dependencies again and write the lock files (needs a network)
	@scripts/setup uv
	@PATH="$(CURDIR)/.cache/uv/bin:$$PATH" scripts/lock

clean: ## remove what was installed and trained; the records in var/ stay
	@rm -rf .venv .cache widget/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@find models -mindepth 1 ! -path models/README.md -delete
