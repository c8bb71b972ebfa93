# The native driver on the mock of a FreeBSD 15 kernel.
freebsd_core = $(CORE) $(wildcard mock/freebsd/*.c) drivers/freebsd/rbe_reg.c
freebsd_include = mock/freebsd/include mock/freebsd drivers/freebsd core

PROGRAMS += freebsd-test
freebsd-test.sources = $(freebsd_core) $(wildcard drivers/freebsd/if_rbe.c \
    drivers/freebsd/if_rbe_[adinortx]*.c) $(wildcard tests/freebsd/*.c)
freebsd-test.include = $(freebsd_include) tests/freebsd
