# The GLDv3 driver on the mock of an illumos kernel.
PROGRAMS += illumos-test
illumos-test.sources = $(CORE) \
    $(wildcard drivers/illumos/*.c mock/illumos/*.c tests/illumos/*.c)
illumos-test.include = mock/illumos/include mock/illumos drivers/illumos core tests/illumos
# Callbacks have arguments that one driver does not need; kernel code marks none of them.
illumos-test.flags = -Wno-unused-parameter
