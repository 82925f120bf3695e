# explore: `make` builds it and shows the main job; `make test` runs every test. Everything else is in README.md.

PREFIX ?= /usr/local
# On Linux the Swift runtime is linked in, so that the program runs where there is no Swift.
STATIC := $(shell [ "$$(uname)" = Linux ] && echo --static-swift-stdlib)
RELEASE := .build/release/explore
DEMO := --log Examples/sam.yaml --time-zone America/New_York --now "2026-11-20 18:00"

.PHONY: all prepare build demo test install bench lint format clean

all: build demo

prepare:
	@Scripts/prepare

build: prepare
	swift build -c release $(STATIC) --product explore

demo:
	@printf '\n$$ explore lint Examples/plan.yaml\n\n'
	@$(RELEASE) lint Examples/plan.yaml $(DEMO) || [ $$? -eq 1 ]
	@printf '\n$$ explore today\n\n'
	@$(RELEASE) today $(DEMO)

test: prepare
	swift test

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/explore"

bench: build
	Benchmarks/run

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Plugins

format:
	swift format --in-place --recursive Package.swift Sources Tests Plugins

clean:
	rm -rf .build Benchmarks/.build
