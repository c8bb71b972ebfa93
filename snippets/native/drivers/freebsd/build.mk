# The native driver on the mock of a FreeBSD 15 kernel.
freebsd_core = $(CORE) $(wildcard mock/freebsd/*.c) drivers/freebsd/rbe_reg.c
freebsd_include = mock/freebsd/include mock/freebsd drivers/freebsd core

PROGRAMS += freebsd-test
freebsd-test.sources = $(freebsd_core) \
    $(filter-out drivers/freebsd/if_rbe_iflib%,$(wildcard drivers/freebsd/if_rbe*.c)) \
    $(wildcard tests/freebsd/*.c)
freebsd-test.include = $(freebsd_include) tests/freebsd

# The iflib driver, the framework's mock on the same kernel, the same tests.
PROGRAMS += freebsd-iflib-test
freebsd-iflib-test.sources = $(freebsd_core) $(wildcard drivers/freebsd/if_rbe_iflib*.c) \
    $(wildcard mock/freebsd/iflib/*.c) $(wildcard tests/freebsd/*.c)
freebsd-iflib-test.include = mock/freebsd/iflib drivers/freebsd/iflib $(freebsd_include) \
    tests/freebsd
freebsd-iflib-test.flags = -DPORT_IS_IFLIB=1

# Headers of a kernel: SRC is its source directory, the one that has sys/param.h.
ifeq ($(OS),freebsd)
.PHONY: check-real
check-real:
	mock/freebsd/check-real.sh "$(SRC)" build/freebsd-real
endif
