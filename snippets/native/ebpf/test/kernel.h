/* bpf(2) without a library: loads xdp.bpf.o and runs it on bytes. Linux 5.3 or later. */
#ifndef KERNEL_H
#define KERNEL_H

#include <stdbool.h>
#include <stdint.h>

#include "tables.h"

/* A program that the verifier let in, and its maps; descriptors of files. */
struct loaded {
    int program, rules, counts;
};

/* Why bpf(2) cannot be used here, as errno says; 0 if it can. */
int kernel_refuses(void);

/* Loads an object file; prints what the verifier says if it refuses, and gives false. */
bool kernel_load(const char *object, struct loaded *to);

/* Enters a rule or replaces it; takes one out. 0, or -errno. */
int kernel_set_rule(const struct loaded *loaded, const struct rule_key *key, uint32_t verdict);
int kernel_drop_rule(const struct loaded *loaded, const struct rule_key *key);

/* Runs it once on a frame that it may change. Gives the verdict, or -errno. */
int kernel_run(const struct loaded *loaded, uint8_t *bytes, uint32_t length);

/*
 * Attaches it to an interface: in generic mode (after the driver, on skbs) or by the driver
 * itself. Gives a descriptor, at whose close it is detached, or -errno.
 */
int kernel_attach(const struct loaded *loaded, uint32_t interface, bool by_driver);

/* Sum over all CPUs. */
struct count kernel_count(const struct loaded *loaded, uint32_t verdict);

#endif
