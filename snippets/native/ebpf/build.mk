# The rules of an XDP program in user space, and the program itself in the running kernel.
PROGRAMS += ebpf-host-test ebpf-kernel-test
ebpf_vectors = ebpf/test/vectors.c ebpf/test/answers.c ebpf/test/host.c
ebpf-host-test.sources = $(ebpf_vectors) ebpf/test/host_test.c
ebpf-host-test.include = ebpf ebpf/test
ebpf-kernel-test.sources = $(ebpf_vectors) $(wildcard ebpf/test/kernel*.c)
ebpf-kernel-test.include = ebpf ebpf/test

# Compiled by clang whatever compiles the rest; without it the tests in the kernel are skipped.
BPF_CLANG ?= clang
BPF_HEADERS = /usr/include/$(shell uname -m)-linux-gnu
$(B)/ebpf-kernel-test: | $(B)/xdp.bpf.o
$(B)/xdp.bpf.o: ebpf/xdp.bpf.c ebpf/verdict.h ebpf/tables.h
	@mkdir -p $(@D)
	@rm -f $@
	if command -v $(BPF_CLANG) > /dev/null; then $(BPF_CLANG) -target bpf -O2 -g -ffreestanding \
	    -Wall -Wextra -Werror -I$(BPF_HEADERS) -c -o $@ $<; fi

# What this kernel says, for machines on which nobody may ask one.
.PHONY: ebpf-record
ebpf-record: $(B)/ebpf-kernel-test
	$(B)/ebpf-kernel-test record > ebpf/verdicts.new
	mv ebpf/verdicts.new ebpf/verdicts.tsv
