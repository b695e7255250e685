# The words a newcomer types. `make help` lists them.
.PHONY: help setup cli release dev

help:  ## list these words
	@sed -n 's/^\([a-z-]*\):.*##/  make \1 \t/p' $(MAKEFILE_LIST)

setup:  ## install and fetch what the build needs (quick the second time)
	@npm ci && emscripten/fetch.sh

cli: setup  ## build the command line, build/release/claimscope
	@cmake --preset release >/dev/null && cmake --build --preset release --target claimscope
