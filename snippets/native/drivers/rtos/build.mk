# The driver on the mock of a small real-time kernel.
PROGRAMS += rtos-test
rtos-test.sources = $(CORE) $(wildcard drivers/rtos/*.c mock/rtos/*.c tests/rtos/*.c)
rtos-test.include = mock/rtos/include mock/rtos drivers/rtos core tests/rtos
rtos-test.libraries = -pthread

# Driver and core alone, for a CPU with 32 bits and no C library: clang for a Cortex-M7, gcc
# for an 80386. Nobody may be called but the kernel, and nothing may divide 64 bits.
rtos_alone = $(wildcard drivers/rtos/*.c) $(CORE)
rtos_clang = --target=thumbv7em-none-eabi -mcpu=cortex-m7
rtos_target = $(if $(findstring clang,$(CC)),$(rtos_clang),-m32 -fno-pie)
.PHONY: rtos-alone
all: rtos-alone
rtos-alone: $(rtos_alone:%.c=$(B)/rtos-alone/%.o)
	@wanted=$$(nm -u $^ | awk '$$1 == "U" && \
	    $$2 !~ /^(rtos_[a-z0-9_]*|rbe_[a-z_]*|dp_[a-z_]*|memcpy|memset|__aeabi_mem[a-z0-9]*)$$/ \
	    {print $$2}'); \
	test -z "$$wanted" || { echo "drivers/rtos calls $$wanted" >&2; exit 1; }
$(B)/rtos-alone/%.o: %.c $(wildcard drivers/rtos/*.h core/*.h mock/rtos/include/rtos/*.h)
	@mkdir -p $(@D)
	$(CC) $(rtos_target) -std=gnu11 -ffreestanding $(WARNINGS) -Os -Idrivers/rtos -Icore \
	    -Imock/rtos/include -Idrivers -c -o $@ $<
