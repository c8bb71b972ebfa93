# The driver against the mock kernel, and what only a real kernel can say.
PROGRAMS += linux-test
linux-test.sources = $(CORE) $(wildcard drivers/linux/*.c mock/linux/*.c tests/linux/*.c)
linux-test.include = mock/linux/include mock/linux drivers/linux core tests/linux
linux-test.data = drivers/linux/exceptions.tsv
# Callbacks have arguments that one driver does not need; kernel code marks none of them.
linux-test.flags = -Wno-unused-parameter

# Headers of a kernel: SRC is its build directory. OUT: where artefacts stay.
SRC ?= $(lastword $(sort $(wildcard /lib/modules/*/build)))

.PHONY: linux-module linux-prove linux-check-real
linux-module:
	drivers/linux/build-module.sh $(SRC) build/linux-module
linux-prove:
	drivers/linux/qemu/prove.sh
linux-check-real:
	mock/linux/check-real.sh "$(SRC)" build/linux-real
ifeq ($(OS),linux)
.PHONY: check-real
check-real: linux-check-real
endif
