/* Verdicts, rules and counts: what the program, its maps and who fills them agree on. */
#ifndef TABLES_H
#define TABLES_H

#include <stdint.h>

/* Numbers of enum xdp_action, linux/bpf.h. */
enum { VERDICT_ABORTED, VERDICT_DROP, VERDICT_PASS, VERDICT_TX, VERDICTS };

enum { PROTOCOL_TCP = 6, PROTOCOL_UDP = 17, MOST_RULES = 64 };

/*
 * Map "rules": from this to a verdict of 32 bits. A rule is for a protocol and a destination
 * port; one with port 0 for all others of the protocol, and for fragments.
 */
struct rule_key {
    uint8_t protocol;
    uint8_t zero; /* keys are compared with their gaps */
    uint16_t port;
};

/* Map "counts": one for each verdict and each CPU, which is why nothing is locked. */
struct count {
    uint64_t frames;
    uint64_t bytes;
};

#endif
