# The rules of an XDP program in user space, and the program itself in the running kernel.
PROGRAMS += ebpf-host-test ebpf-kernel-test
ebpf_program = ebpf/xdp.bpf.c ebpf/verdict.h ebpf/tables.h
ebpf_vectors = ebpf/test/vectors.c ebpf/test/answers.c ebpf/test/host.c
ebpf-host-test.sources = $(ebpf_vectors) ebpf/test/host_test.c
ebpf-host-test.include = ebpf ebpf/test
ebpf-host-test.data = ebpf/frames.tsv ebpf/rules.tsv ebpf/verdicts.tsv
ebpf-kernel-test.sources = $(ebpf_vectors) $(wildcard ebpf/test/kernel*.c)
ebpf-kernel-test.include = ebpf ebpf/test
ebpf-kernel-test.data = $(ebpf-host-test.data)

# Compiled by clang whatever compiles the rest; without it the tests in the kernel are skipped.
BPF_CLANG ?= clang
BPF_HEADERS = /usr/include/$(shell uname -m)-linux-gnu
BPF_FLAGS = -target bpf -O2 -ffreestanding -Wall -Wextra -Werror
$(B)/ebpf-kernel-test: | $(B)/xdp.bpf.o
$(B)/xdp.bpf.o: $(ebpf_program)
	@mkdir -p $(@D)
	@rm -f $@
	if command -v $(BPF_CLANG) > /dev/null; then $(BPF_CLANG) $(BPF_FLAGS) -g -MMD \
	    -I$(BPF_HEADERS) -c -o $@ $<; fi

# Nothing but a kernel that ran it proves the program: in user space it is another one.
$(B)/ebpf-host-test.verdict: export ELSEWHERE = $(ebpf_program)
$(B)/ebpf-kernel-test.verdict: export BPF = $(ebpf_program)
$(B)/ebpf-kernel-test.verdict: export BPF_CLANG := $(BPF_CLANG)
$(B)/ebpf-kernel-test.verdict: export BPF_FLAGS := $(BPF_FLAGS)
$(B)/ebpf-kernel-test.verdict: $(B)/xdp.bpf.o

# What this kernel says, for machines on which nobody may ask one.
.PHONY: ebpf-record
ebpf-record: $(B)/ebpf-kernel-test
	$(B)/ebpf-kernel-test record > ebpf/verdicts.new
	mv ebpf/verdicts.new ebpf/verdicts.tsv
