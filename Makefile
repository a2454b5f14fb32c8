# Two commands for a fresh machine:  make demo   and   make test
# Others:  make (the binary)   make lint   make format   make schemas   make docs   make picture   make bench   make fuzz   make mutants   make clean

SHELL := /bin/sh
SOURCES := $(shell find Sources Package.swift -name '*.swift' -o -name '*.h' -o -name '*.modulemap')
TESTS := $(shell find Tests -name '*.swift')
BINARY := .build/release/imprimatur
STAMPS := .build/stamps

.PHONY: all demo test lint format schemas docs picture bench fuzz fuzz-smoke mutants clean

all: $(BINARY)

# Installs what is linked or called, once; says what it does.
$(STAMPS)/dependencies: Scripts/install-dependencies
	@Scripts/install-dependencies
	@mkdir -p $(STAMPS) && touch $@

# And a browser for tests, if one can be had.
$(STAMPS)/test-dependencies: Scripts/install-dependencies
	@Scripts/install-dependencies --tests
	@mkdir -p $(STAMPS) && touch $@

# The standard library is linked in on Linux, which starts faster; macOS always has it.
ifeq ($(shell uname -s),Linux)
RELEASE_FLAGS := --static-swift-stdlib
endif

$(BINARY): $(STAMPS)/dependencies $(SOURCES)
	swift build --configuration release --product imprimatur $(RELEASE_FLAGS)
	@touch $@

demo: $(BINARY)
	@Scripts/demo $(BINARY)

test: $(STAMPS)/dependencies $(STAMPS)/test-dependencies
	swift test --parallel

lint:
	swift format lint --strict --recursive --parallel Sources Tests Fuzz Benchmarks Package.swift

format:
	swift format --in-place --recursive --parallel Sources Tests Fuzz Benchmarks Package.swift

# schemas/v1 is normative; the copy in the binary is generated.
schemas: Sources/PlanModel/EmbeddedSchemas.swift
Sources/PlanModel/EmbeddedSchemas.swift: $(wildcard schemas/v1/*.schema.json) Scripts/embed-schemas
	Scripts/embed-schemas > $@

docs: $(BINARY)
	$(BINARY) rules --format markdown > docs/rules.md
	$(BINARY) rules --changes --format markdown > docs/materiality.md
	$(BINARY) schema --format markdown > docs/documents.md

# The picture in the README; needs a Chromium.
picture: $(BINARY)
	Scripts/page-picture $(BINARY) docs/images/diff-page.png

# BENCH_FLAGS="--runs 3 --only single" for a quick look.
bench: $(BINARY)
	swift build --configuration release --product ValidationBenchmark $(RELEASE_FLAGS)
	swift build --configuration release --product PromptBenchmark $(RELEASE_FLAGS)
	@Benchmarks/run $(BINARY) --validation .build/release/ValidationBenchmark --prompts .build/release/PromptBenchmark $(BENCH_FLAGS)

# Ten minutes a target, or FUZZ_SECONDS. The smoke run starts from the committed corpus and keeps nothing.
FUZZ_SECONDS ?= 600
fuzz: $(STAMPS)/dependencies
	@Fuzz/build
	@Fuzz/run $(FUZZ_SECONDS)

fuzz-smoke: $(STAMPS)/dependencies
	@Fuzz/build
	@Fuzz/run --smoke 15

# Breaks one rule after the other and looks whether the tests notice; an hour on two processors.
mutants: $(STAMPS)/dependencies
	@Scripts/run-mutants

clean:
	rm -rf .build .build-fuzz .build-mutants
