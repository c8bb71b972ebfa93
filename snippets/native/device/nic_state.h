/* What the parts of the device model share; tests and drivers never see it. */
#ifndef NIC_STATE_H
#define NIC_STATE_H

#include "nic8254x.h"

enum {
    NIC_LONGEST_FRAME = 16288, /* without frame check sequence (8254x SDM 3.2.2) */
    NIC_USUAL_FRAME = 1518,    /* longest without RCTL.LPE, tag included */
    NIC_GATHERED = 65536 + 512, /* headers, and 64 KiB to be cut */
    NIC_ON_WIRE = 256,          /* frames that may wait to be received */
    NIC_LATE = 16384,           /* write-backs that may be late */
    NIC_NO_TAG = -1
};

/* A frame on its way in. */
struct nic_heard {
    uint8_t *bytes; /* room for a check sequence behind them */
    size_t length;
    bool good; /* its check sequence is right */
};

/* A descriptor's upper half, to be written at its time. */
struct nic_late {
    uint64_t due, address, word;
};

/* What a context descriptor told (8254x SDM 3.3.6). */
struct nic_context {
    bool known, tcp, ipv4;
    uint32_t ip_start, ip_store, ip_end; /* ends: offset of the last byte, 0: the frame's */
    uint32_t transport_start, transport_store, transport_end;
    uint32_t header, mss, payload;
};

/* What shall be done to the frame that is being gathered. */
struct nic_order {
    bool begun, segment, ip_checksum, transport_checksum, legacy_checksum, fcs;
    uint32_t css, cso;
    int32_t tag;
};

struct nic {
    uint32_t registers[RBE_BAR_BYTES / 4];
    uint16_t eeprom[64];
    struct nic_faults faults;
    nic_wire *wire;
    void *listener;
    bool cable, stopped;
    bool line, line_lost; /* interrupt line; the interrupt that should be was lost */
    uint64_t steps, not_before; /* nanoseconds: the line does not rise before */
    struct nic_heard waiting[NIC_ON_WIRE];
    unsigned first_waiting, count_waiting;
    struct nic_late *late; /* a circle of NIC_LATE */
    unsigned first_late, count_late;
    struct nic_context contexts[2]; /* for frames as they are, and for those to be cut */
    struct nic_order order;
    uint8_t frame[NIC_GATHERED];
    size_t length;
};

/* nic8254x.c: registers. */
static inline uint32_t *nic_register(struct nic *nic, uint32_t offset)
{
    return &nic->registers[offset / 4];
}

static inline bool nic_has(struct nic *nic, uint32_t offset, uint32_t bits)
{
    return (*nic_register(nic, offset) & bits) != 0;
}

void nic_cause(struct nic *nic, uint32_t bits);
bool nic_link_is_up(struct nic *nic);

/* nic_memory.c: rings and what is written back. Distances of registers are the same in both. */
struct nic_slot {
    uint64_t bus; /* its address */
    uint64_t address, rest;
};

uint32_t nic_owned(struct nic *nic, uint32_t ring);
uint32_t nic_ring_size(struct nic *nic, uint32_t ring);
bool nic_fetch(struct nic *nic, uint32_t ring, struct nic_slot *slot);
void nic_advance(struct nic *nic, uint32_t ring);
bool nic_read_memory(struct nic *nic, uint64_t address, void *to, size_t bytes);
bool nic_write_memory(struct nic *nic, uint64_t address, const void *from, size_t bytes);
void nic_write_back(struct nic *nic, uint64_t slot, uint64_t rest);
void nic_write_what_is_due(struct nic *nic);

/* nic_transmit.c and nic_offload.c. */
bool nic_transmit_one(struct nic *nic);
void nic_send(struct nic *nic);

/* nic_receive.c. */
bool nic_receive_one(struct nic *nic);

/* nic_headers.c: what a receiver finds in a frame. */
struct nic_headers {
    int32_t tag;
    int ip, transport;         /* offsets, or -1 */
    uint32_t transport_length; /* to the end of the IP packet */
    uint8_t protocol;          /* 6 or 17 if there is a whole header, else 0 */
    bool ipv6;
};

void nic_find_headers(const uint8_t *frame, size_t length, uint32_t tag_type,
                      struct nic_headers *found);
bool nic_ip_is_good(const uint8_t *frame, const struct nic_headers *found);
/* False if there is nothing to check; else says what came of it. */
bool nic_check_transport(const uint8_t *frame, const struct nic_headers *found, bool *good);

/* nic_bytes.c. */
static inline uint32_t nic_u16(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 8 | bytes[1];
}

static inline void nic_put_u16(uint8_t *bytes, uint32_t value)
{
    bytes[0] = (uint8_t)(value >> 8);
    bytes[1] = (uint8_t)value;
}

uint32_t nic_sum(uint32_t sum, const uint8_t *bytes, size_t length); /* folded to 16 bits */
uint32_t nic_crc(const uint8_t *bytes, size_t length);               /* IEEE 802.3, 3.2.9 */

/* nic_statistics.c. */
void nic_count(struct nic *nic, uint32_t offset);
uint32_t nic_read_statistic(struct nic *nic, uint32_t offset);
void nic_count_heard(struct nic *nic, const struct nic_heard *frame);
void nic_count_received(struct nic *nic, const uint8_t *bytes, size_t length);
void nic_count_sent(struct nic *nic, const uint8_t *bytes, size_t length);

#endif
