# The driver on the mock of a NetBSD 10 kernel, and the same on 7.99.34: the two versions that
# if_rbe_kernel.h knows.
netbsd_sources = $(CORE) $(wildcard drivers/netbsd/*.c mock/netbsd/*.c tests/netbsd/*.c)
netbsd_include = mock/netbsd/include mock/netbsd drivers/netbsd core tests/netbsd

PROGRAMS += netbsd-test
netbsd-test.sources = $(netbsd_sources)
netbsd-test.include = $(netbsd_include)

PROGRAMS += netbsd-7-test
netbsd-7-test.sources = $(netbsd_sources)
netbsd-7-test.include = $(netbsd_include)
# if_flags is a short there, and IFF_MULTICAST its sign: that kernel's drivers live with it.
netbsd-7-test.flags = -DMOCK_NETBSD_VERSION=799003400 \
    $(if $(findstring clang,$(CC)),-Wno-constant-conversion)

# The mock's headers against a NetBSD source tree, and the driver compiled with that tree's own:
# make netbsd-check-real SRC=<tree>, or make check-real OS=netbsd SRC=<tree>.
.PHONY: netbsd-check-real
netbsd-check-real:
	mock/netbsd/check-real.sh "$(SRC)" build/netbsd-real
ifeq ($(OS),netbsd)
.PHONY: check-real
check-real: netbsd-check-real
endif
