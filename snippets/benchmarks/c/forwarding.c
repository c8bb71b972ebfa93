/*
 * The forwarding loop over two rings of legacy 8254x descriptors, as the Java core does
 * it: poll with a budget, replace the buffer, touch the frame, submit, one doorbell a
 * batch, reap. The device is a loop that writes descriptors back, in the same thread,
 * so that only the driver's half and that loop are timed.
 */
#include "bench.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RING = 512, BUFFERS = 2048, BUFFER_BYTES = 2048, FRAME = 60, RUN = 256 };
enum { DD = 1, EOP_STATUS = 2, COMMAND = 0x01 | 0x02 | 0x08 };

struct descriptor {
    uint64_t address;
    union {
        struct {
            uint16_t length;
            uint8_t a; /* RX: checksum low; TX: CSO */
            uint8_t command;
            uint8_t status;
            uint8_t errors;
            uint16_t special;
        };
        uint64_t written_back; /* all of it at once; the machine is little-endian */
    };
};

enum owner { FREE, DRIVER, DEVICE, STACK };

/* What the Java core keeps for each packet, so that both sides clear and fill as much. */
struct offload {
    int32_t vlan, mac_length, ip_length, transport_length, segment_size;
    bool ipv6, tcp, ip_checksum, transport_checksum;
};

struct metadata {
    int32_t vlan;
    uint32_t hash, hash_type;
    int verdict;
};

struct packet {
    uint8_t *data;
    uint64_t bus;
    struct packet *next;
    void *attachment;
    uint32_t length, status, errors, generation;
    enum owner owner;
    struct offload offload;
    struct metadata metadata;
};

struct ring {
    struct descriptor *slots;
    struct packet *of[RING];
    uint32_t next, clean;
    volatile uint32_t tail; /* the device's register */
    uint32_t device;        /* where the device is */
    uint64_t packets, bytes, doorbells;
};

struct port {
    struct ring rx, tx;
    struct packet all[BUFFERS];
    struct packet *free[BUFFERS];
    int available;
    uint8_t *memory;
    int batch;
};

/* The Java core refuses a packet of another owner; so does this. */
static void hand(struct packet *packet, enum owner from, enum owner also, enum owner to)
{
    if (packet->owner != from && packet->owner != also)
        abort();
    packet->owner = to;
}

static uint32_t after(uint32_t i)
{
    return i + 1 == RING ? 0 : i + 1;
}

static uint32_t distance(uint32_t from, uint32_t to)
{
    return to >= from ? to - from : to + RING - from;
}

static struct packet *take(struct port *port)
{
    struct packet *packet = port->free[--port->available];

    hand(packet, FREE, FREE, DRIVER);
    packet->length = 0;
    packet->status = 0;
    packet->errors = 0;
    packet->offload = (struct offload){.vlan = -1};
    packet->metadata = (struct metadata){.vlan = -1};
    return packet;
}

static void give_back(struct port *port, struct packet *packet)
{
    hand(packet, DRIVER, STACK, FREE);
    packet->generation++;
    packet->attachment = NULL;
    packet->next = NULL;
    port->free[port->available++] = packet;
}

static void post(struct port *port, struct packet *packet)
{
    struct ring *rx = &port->rx;
    struct descriptor *slot = &rx->slots[rx->next];

    slot->address = packet->bus;
    slot->status = 0;
    hand(packet, DRIVER, STACK, DEVICE);
    rx->of[rx->next] = packet;
    rx->next = after(rx->next);
}

static void doorbell(struct ring *ring)
{
    if (ring->tail == ring->next)
        return;
    atomic_thread_fence(memory_order_release);
    ring->doorbells++;
    ring->tail = ring->next;
}

static uint8_t command_of(const struct offload *offload)
{
    return (uint8_t)(COMMAND | (offload->transport_checksum ? 0x04 : 0) |
                     (offload->vlan >= 0 ? 0x40 : 0));
}

static int submit(struct port *port, struct packet *first)
{
    struct ring *tx = &port->tx;
    uint32_t needed = 0, total = 0;

    for (struct packet *part = first; part; part = part->next) {
        if (part->length < 1 || part->length > 16288)
            abort();
        needed++;
        total += part->length;
    }
    if (needed > RING - 1 - distance(tx->clean, tx->next))
        return 0;
    if (first->offload.ip_checksum || first->offload.segment_size > 0 || total > 16288)
        abort();
    if (total < FRAME)
        abort();
    for (struct packet *part = first; part; part = part->next) {
        struct descriptor *slot = &tx->slots[tx->next];
        hand(part, DRIVER, STACK, DEVICE);
        slot->address = part->bus;
        slot->length = part->length;
        slot->a = 0;
        slot->command = part->next ? 0 : command_of(&first->offload);
        slot->status = 0;
        slot->errors = 0;
        slot->special = 0;
        tx->of[tx->next] = part;
        tx->next = after(tx->next);
    }
    tx->packets++;
    return 1;
}

/* The half of a descriptor that is written back, in one load. */
static uint64_t read_back(struct descriptor *slot)
{
    uint64_t word = *(volatile uint64_t *)&slot->written_back;
    atomic_thread_fence(memory_order_acquire);
    return word;
}

static uint8_t status_of(struct descriptor *slot)
{
    uint8_t status = *(volatile uint8_t *)&slot->status;
    atomic_thread_fence(memory_order_acquire);
    return status;
}

static int forward(struct port *port, int budget)
{
    struct ring *rx = &port->rx;
    int done = 0;

    while (done < budget && rx->clean != rx->next) {
        struct descriptor *slot = &rx->slots[rx->clean];
        uint64_t word = read_back(slot);
        uint32_t length = word & 0xffff, status = word >> 32 & 0xff, errors = word >> 40 & 0xff;
        if (!(status & DD))
            break;
        struct packet *packet = rx->of[rx->clean];
        hand(packet, DEVICE, DEVICE, DRIVER);
        if (length > BUFFER_BYTES || errors || !(status & EOP_STATUS))
            abort();
        packet->length = length;
        packet->status = status;
        packet->errors = errors;
        packet->metadata = (struct metadata){
            .vlan = status & 0x08 ? (int32_t)(word >> 48) : -1, .verdict = status & 0x64 ? 1 : 0};
        rx->of[rx->clean] = NULL;
        rx->clean = after(rx->clean);
        post(port, take(port));
        hand(packet, DRIVER, DRIVER, STACK);
        rx->packets++;
        rx->bytes += packet->length;
        packet->data[5]++;
        if (!submit(port, packet))
            give_back(port, packet);
        done++;
    }
    doorbell(rx);
    doorbell(&port->tx);
    return done;
}

static int reap(struct port *port, int budget)
{
    struct ring *tx = &port->tx;
    int done = 0;

    while (done < budget && tx->clean != tx->next &&
           (status_of(&tx->slots[tx->clean]) & DD)) {
        struct packet *packet = tx->of[tx->clean];
        tx->of[tx->clean] = NULL;
        tx->clean = after(tx->clean);
        hand(packet, DEVICE, DEVICE, STACK);
        tx->bytes += packet->length;
        give_back(port, packet);
        done++;
    }
    return done;
}

static void device_receives(struct port *port, int frames)
{
    struct ring *rx = &port->rx;

    for (; frames > 0 && rx->device != rx->tail; frames--) {
        struct descriptor *slot = &rx->slots[rx->device];
        atomic_thread_fence(memory_order_release);
        *(volatile uint64_t *)&slot->written_back = (uint64_t)(DD | EOP_STATUS) << 32 | FRAME;
        rx->device = after(rx->device);
    }
}

static void device_sends(struct port *port)
{
    struct ring *tx = &port->tx;

    for (; tx->device != tx->tail; tx->device = after(tx->device)) {
        atomic_thread_fence(memory_order_release);
        *(volatile uint8_t *)&tx->slots[tx->device].status = DD;
    }
}

static uint64_t run(void *state, uint64_t times)
{
    struct port *port = state;
    uint64_t count = 0;

    for (uint64_t i = 0; i < times; i++) {
        for (int sent = 0; sent < RUN; sent += port->batch) {
            device_receives(port, port->batch);
            count += (uint64_t)forward(port, port->batch);
            device_sends(port);
            reap(port, port->batch);
        }
    }
    return count;
}

static struct port *make_port(int batch)
{
    struct port *port = calloc(1, sizeof *port);

    port->memory = aligned_alloc(4096, (size_t)BUFFERS * BUFFER_BYTES);
    memset(port->memory, 0, (size_t)BUFFERS * BUFFER_BYTES);
    port->rx.slots = aligned_alloc(4096, RING * sizeof(struct descriptor));
    port->tx.slots = aligned_alloc(4096, RING * sizeof(struct descriptor));
    memset(port->rx.slots, 0, RING * sizeof(struct descriptor));
    memset(port->tx.slots, 0, RING * sizeof(struct descriptor));
    port->batch = batch;
    for (int i = 0; i < BUFFERS; i++) {
        struct packet *packet = &port->all[i];
        packet->data = port->memory + (size_t)i * BUFFER_BYTES;
        packet->bus = 0x400000000u + (uint64_t)i * BUFFER_BYTES;
        port->free[port->available++] = packet;
    }
    for (int i = 0; i < RING - 1; i++)
        post(port, take(port));
    doorbell(&port->rx);
    return port;
}

void forwarding_cases(void)
{
    static const int batches[] = {1, 8, 32, 256};

    for (int i = 0; i < 4; i++) {
        char name[32];
        struct port *port = make_port(batches[i]);
        snprintf(name, sizeof name, "forwarding/%d", batches[i]);
        bench_run(name, run, port, RUN);
        free(port->memory);
        free(port->rx.slots);
        free(port->tx.slots);
        free(port);
    }
}
