/* What the tests of the miniport share: a device, a wire that is listened to, frames. */
#ifndef BENCH_H
#define BENCH_H

#include "dma.h"
#include "memory.h"
#include "tap.h"
#include "windows.h"

enum { FRAME_BYTES = 1514 };

/* What left the device. */
struct heard {
    uint8_t bytes[2048];
    size_t length;
    int frames, out_of_order;
    uint32_t next; /* number that the next numbered frame should have */
};
extern struct heard heard;
extern struct nic *nic;

/* A device, and a wire that is listened to. */
void bench_power_on(void);

/* A driver that is loaded, attached and running, hears all it should, and the link is up. */
void bench_start(void);

/* Pause, halt, unload; checks that nothing is left and the bus refused nothing. */
void bench_end(void);

/* Pauses, returning what is kept; false if the pause never ends. */
bool bench_pause(void);

/* A frame with a number, to us or from us; to: at least FRAME_BYTES. */
void bench_frame(uint8_t *to, ULONG length, uint32_t number);

/* Sends one frame of that length and number in a list of its own. */
void bench_send(ULONG length, uint32_t number);

/* Sends bytes with out-of-band information. */
PNET_BUFFER_LIST bench_list(const uint8_t *bytes, ULONG length);

/* Puts a numbered frame on the wire to us; false: no room. */
bool bench_arrive(ULONG length, uint32_t number);

/* An IPv4 or IPv6 packet with TCP or UDP and payload; gives its length. */
ULONG bench_packet(uint8_t *to, bool ipv6, bool tcp, ULONG payload, bool with_sums);

/* Checks all sums of a frame; true if they are right. */
bool bench_sums_hold(const uint8_t *frame, size_t length);

extern const struct tap_case data_cases[], life_cases[], trouble_cases[], rule_cases[],
    inf_cases[];
extern const size_t data_count, life_count, trouble_count, rule_count, inf_count;

#endif
