/* A device, two rings of eight and two buffers of memory: descriptors are written by hand. */
#ifndef BENCH_H
#define BENCH_H

#include "dma.h"
#include "nic8254x.h"
#include "tap.h"

enum { BENCH_SLOTS = 8, BENCH_MEMORY = 65536, BENCH_KEPT = 16 };

struct bench_frame {
    size_t length;
    uint8_t bytes[16384];
};

struct bench {
    struct nic *nic;
    uint64_t *tx, *rx;             /* two words a descriptor; little-endian machines only */
    uint64_t tx_address, rx_address;
    uint8_t *memory;               /* coherent: what the device reads and writes */
    uint64_t address;              /* of it */
    struct bench_frame sent[BENCH_KEPT];
    unsigned count;
};

extern struct bench bench;

/* Powers on, programs both rings, enables the transmitter, and the receiver with rctl. */
void bench_open(uint32_t rctl);
void bench_close(void);

/* Bytes from hex, into memory at that offset; returns their number. */
size_t bench_hex(size_t offset, const char *hex);
bool bench_sent_is(unsigned frame, size_t offset, const char *hex);

/* Writes a descriptor; bench_ring_tx and _rx make it and all before it the device's. */
void bench_tx(unsigned slot, uint64_t address, uint64_t rest);
void bench_post(unsigned slot, uint64_t address);
void bench_tail_tx(unsigned tail);
void bench_tail_rx(unsigned tail);

/* Hears a frame of that many bytes whose destination is as given. */
void bench_hear(const char *destination, size_t length);

/* Cases of rules.c. */
void bench_refused_memory(void);
void bench_rules(void);

#endif
