# Everything is in tools/dev.py, which also works without make: python3 tools/dev.py run
PYTHON ?= python3
.PHONY: run test bench faults down
run test bench faults down:
	@$(PYTHON) tools/dev.py $@
