/* What is needed of an object file: the code of the section xdp, and where it names maps. */
#ifndef KERNEL_OBJECT_H
#define KERNEL_OBJECT_H

#include <linux/bpf.h>
#include <stdbool.h>
#include <stddef.h>

struct object {
    char *bytes;
    struct bpf_insn *code;
    size_t instructions;
    const char *license;
};

/* Reads it; map: the descriptor for a map's name, or -1. False if it is no such file. */
bool object_read(const char *file, int (*map)(const char *name), struct object *to);

#endif
