# The words a newcomer types. Each does all that is needed before it; `make help` lists them.
MAKEFLAGS += --no-print-directory
SHELL := /bin/sh
PORT ?= 8080
ARTICLES ?= 10000
ROWS ?= 1000000
IN ?= node,chromium
RUNS ?= 5
SHARED ?= ../shared
.DEFAULT_GOAL := help
.PHONY: help setup run test cli web bench bench-stages bench-ratio bench-simd eval golden format tidy clean configure-dev

# Quiet while all goes well: CMake's chatter is shown only when it fails.
CONFIGURE = log=$$(cmake --preset $(1) 2>&1) || { echo "$$log"; exit 1; }
# How many compilers at once: ninja's own choice unless JOBS is given.
BUILD = cmake --build --preset $(1) $(if $(JOBS),-j $(JOBS)) --target $(2)

help: ## list these words
	@sed -n 's/^\([a-z-]*\): .*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

setup: ## install and fetch what the build needs; quick when it is there
	@emscripten/setup.sh

run: web ## build the page with its sample corpus and serve it (PORT=8080)
	@echo "One file for offline use: $(CURDIR)/dist/claimscope.html"
	@exec node emscripten/serve.mjs dist/site $(PORT)

test: configure-dev web ## every test: native, as wasm, in a browser
	@$(call BUILD,dev,all)
	@$(call BUILD,web,claimscope_tests)
	@ctest --preset dev

cli: setup ## build the command line, build/release/claimscope
	@$(call CONFIGURE,release)
	@$(call BUILD,release,claimscope)

web: setup ## build dist/claimscope.html, dist/site/ and dist/core/
	@$(call CONFIGURE,web)
	@$(call BUILD,web,page core)

bench: setup ## measure beside the peers, in Node and Chromium (ARTICLES=10000 ROWS=1000000 NDJSON=FILE IN=node ONLY=claimscope,fts5 RUNS=5)
	@$(call CONFIGURE,web)
	@$(call CONFIGURE,release)
	@$(call BUILD,web,claimscope_bench_peers core)
	@$(call BUILD,release,claimscope_bench_loop)
	@mkdir -p build/bench && cp tests/bench/peers/package.json build/bench/
	@cd build/bench && npm install --no-audit --no-fund --silent
	@node tests/bench/peers/peers.mjs --articles $(ARTICLES) --rows $(ROWS) --in $(IN) --runs $(RUNS) \
	  $(if $(NDJSON),--file $(NDJSON)) $(if $(ONLY),--only $(ONLY))

bench-stages: setup ## measure the speed of each stage on the native release build
	@$(call CONFIGURE,release)
	@$(call BUILD,release,claimscope_bench)
	@build/release/claimscope_bench

bench-ratio: setup ## measure each stage as wasm beside the native build (NDJSON=FILE for real articles)
	@$(call CONFIGURE,release)
	@$(call BUILD,release,claimscope_bench)
	@$(call CONFIGURE,web)
	@$(call BUILD,web,claimscope_bench)
	@node tests/bench/wasm_native.mjs $(NDJSON)

bench-simd: setup ## hold the core without SIMD against that with it: the same answers, and how much sooner
	@$(call CONFIGURE,web)
	@$(call BUILD,web,core)
	@$(call CONFIGURE,web-scalar)
	@$(call BUILD,web-scalar,core)
	@node tests/bench/simd_scalar.mjs dist/core build/web-scalar/dist/core

eval: cli ## print every figure of the reading of articles beside what is to be reached (SHARED=../shared)
	@$(call BUILD,release,claimscope_bench)
	@python3 -B tests/eval/evaluate.py $(SHARED) build/release/claimscope

golden: configure-dev ## write the kept claims of the sample articles anew
	@tests/golden/update.sh

format: ## rewrite our sources with clang-format
	@emscripten/setup.sh style
	@$(call CONFIGURE,dev)
	@$(call BUILD,dev,format)

tidy: ## look for mistakes with clang-tidy
	@emscripten/setup.sh style
	@$(call CONFIGURE,dev)
	@$(call BUILD,dev,tidy)

clean: ## delete what was built; what setup fetched stays
	@rm -rf build dist

configure-dev: setup
	@$(call CONFIGURE,dev)
