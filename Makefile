# For people and for CI. `make` lists the targets; settings are given as NAME=value, which make
# hands on as environment variables.
# Only make and a JDK 17 are needed: ./mvnw brings Maven, Maven brings the rest.
.DEFAULT_GOAL := help
.PHONY: help build demo backtest test verify faults bench bench-accuracy check clean jdk

MAVEN := ./mvnw -q -B -ntp
PROGRAM := local/target/ridecast/built
SOURCES := pom.xml $(wildcard */pom.xml) bin/ridecast bin/find-java \
	$(shell find $(wildcard */src/main) -type f 2>/dev/null)
PYTHON := $(wildcard benchmarks/accuracy/*.py local/src/test/python/*.py)

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: $(PROGRAM) ## Builds everything; bin/ridecast runs it

$(PROGRAM): $(SOURCES) | jdk
	@echo "Building (the first time also fetches the libraries) ..."
	@rm -rf local/target/ridecast
	@$(MAVEN) package -Dmaven.test.skip=true
	@$$(bin/find-java) -cp 'local/target/ridecast/lib/*' \
		io.ridecast.local.registry.RegistryArchiveMain local/target/registry
	@touch $@

demo: $(PROGRAM) ## The whole loop on this machine: ONCE=1, RIDES=, CATALOG=, LIVE_FROM=, DAY_SECONDS=, DATA=
	@bin/ridecast demo

backtest: $(PROGRAM) ## Past forecasts and what came: RIDES= or DAILY=, CATALOG=, WEATHER=, EVENTS=, FROM=, TO=, OUT=, REFIT_DAYS=
	@bin/ridecast backtest

test: jdk ## Unit, topology, integration and end-to-end tests
	@./mvnw -B -ntp test

faults: jdk ## Kills, freezes and starves the aggregator at every point and compares its counts
	@./mvnw -B -ntp test -Dtest.groups=faults -Dtest.excluded=

verify: test faults ## All checks, the slow ones too
	@$(MAVEN) package -Dmaven.test.skip=true

bench: $(PROGRAM) ## Speed, size, steadiness: MEASURES=, VARIANTS=, ROUNDS=, RIDES=
	@$$(bin/find-java) -Xmx2g -Dlogback.configurationFile=logback-bench.xml \
		-cp 'local/target/ridecast/lib/*:benchmarks/target/lib/*' io.ridecast.benchmarks.BenchMain

bench-accuracy: $(PROGRAM) ## Beside AutoETS, AutoTheta, LightGBM (Python): RIDES=, CATALOG=, FROM=, TO=, CITIES=, OUT=
	@benchmarks/accuracy/bench-accuracy

check: jdk ## Format, lint, static analysis, architecture rules
	@$(MAVEN) spotless:check
	@$(MAVEN) test -Dtest='ArchitectureTest' -Dsurefire.failIfNoSpecifiedTests=false
	@sh -n bin/ridecast && sh -n bin/find-java && sh -n benchmarks/accuracy/bench-accuracy
	@if command -v python3 >/dev/null; then \
		python3 -c 'import ast, sys; [ast.parse(open(name).read(), name) for name in sys.argv[1:]]' $(PYTHON); \
	else echo "Python 3 is missing: the syntax of $(PYTHON) was not checked"; fi

clean: jdk ## Removes what was built
	@$(MAVEN) clean

jdk:
	@bin/find-java compiler >/dev/null
