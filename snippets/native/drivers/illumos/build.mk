# The GLDv3 driver on the mock of an illumos kernel.
PROGRAMS += illumos-test
illumos-test.sources = $(CORE) \
    $(wildcard drivers/illumos/*.c mock/illumos/*.c tests/illumos/*.c)
illumos-test.include = mock/illumos/include mock/illumos drivers/illumos core tests/illumos
# Callbacks have arguments that one driver does not need; kernel code marks none of them.
illumos-test.flags = -Wno-unused-parameter

# SRC: a tree of illumos sources, of which usr/src/uts/{common,intel,i86pc} is looked at.
.PHONY: illumos-check-real
illumos-check-real:
	CC="$(CC)" mock/illumos/check-real.sh "$(SRC)" build/illumos-real
ifeq ($(OS),illumos)
.PHONY: check-real
check-real: illumos-check-real
endif
