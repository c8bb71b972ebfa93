/*
 * What a forwarded packet costs in the portable core: poll with a budget, replace the
 * buffer, touch the frame, submit, one doorbell a batch, complete. The same loop over the
 * same rings as snippets/benchmarks (Forwarding.java, c/forwarding.c): the device is a loop
 * that writes descriptors back, in the same thread. Unlike the other two it keeps no owner
 * of a packet, which is the adapter's work.
 *
 * Prints a line for each batch size: name, nanoseconds for each packet, the best and the
 * median of the runs.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "dp_rx.h"
#include "dp_tx.h"

enum { RING = 512, BUFFERS = 2048, BUFFER_BYTES = 2048, FRAME = 60, RUN = 256 };
enum { RUNS = 15, RUN_NANOSECONDS = 50000000 };

struct packet {
    uint8_t *data;
    uint64_t bus;
};

struct port {
    struct dp_rx rx;
    struct dp_tx tx;
    struct packet all[BUFFERS];
    struct packet *free[BUFFERS];
    int available;
    volatile uint32_t rx_tail, tx_tail; /* the device's registers */
    uint32_t rx_head, tx_head;
    uint32_t batch;
    uint8_t *memory;
    struct dp_slot *slots[2];
    struct dp_buffer posted[RING];
    void *packets[RING];
    uint32_t ends[RING];
};

static void ring_rx(void *os, uint32_t tail)
{
    ((struct port *)os)->rx_tail = tail;
}

static void ring_tx(void *os, uint32_t tail)
{
    ((struct port *)os)->tx_tail = tail;
}

static bool take(void *os, struct dp_buffer *fresh)
{
    struct port *port = os;
    struct packet *packet;

    if (port->available == 0)
        return false;
    packet = port->free[--port->available];
    fresh->address = packet->bus;
    fresh->packet = packet;
    return true;
}

static void give_back(void *os, void *packet)
{
    struct port *port = os;

    port->free[port->available++] = packet;
}

static void received(void *os, void *packet, uint32_t length)
{
    (void)os;
    (void)packet;
    (void)length;
}

static void forward(void *os, const struct dp_received *frame)
{
    struct port *port = os;
    struct packet *packet = frame->packets[0];
    struct dp_segment segment = {packet->bus, frame->lengths[0]};
    struct dp_frame out = {.segments = &segment, .count = 1, .packet = packet,
                           .offload = {.vlan = DP_NO_VLAN}};

    packet->data[5]++;
    if (dp_tx_submit(&port->tx, &out, true) != DP_ACCEPTED)
        give_back(port, packet);
}

static const struct dp_rx_ops ops = {take, received, forward, give_back};

static void device_receives(struct port *port)
{
    uint32_t left = port->batch;

    for (; left > 0 && port->rx_head != port->rx_tail; left--) {
        __atomic_thread_fence(__ATOMIC_RELEASE);
        port->rx.ring.slots[port->rx_head].rest =
            dp_le64((uint64_t)(DP_RX_DD | DP_RX_EOP) << 32 | FRAME);
        port->rx_head = dp_next(&port->rx.ring, port->rx_head);
    }
}

static void device_sends(struct port *port)
{
    while (port->tx_head != port->tx_tail) {
        __atomic_thread_fence(__ATOMIC_RELEASE);
        ((volatile uint8_t *)&port->tx.ring.slots[port->tx_head])[12] = 1;
        port->tx_head = dp_next(&port->tx.ring, port->tx_head);
    }
}

static uint64_t run(struct port *port)
{
    uint64_t count = 0;
    uint32_t sent;

    for (sent = 0; sent < RUN; sent += port->batch) {
        device_receives(port);
        count += dp_rx_poll(&port->rx, port->batch);
        dp_kick(&port->tx.ring);
        device_sends(port);
        dp_tx_complete(&port->tx, port->batch, give_back, port);
    }
    return count;
}

static struct port *make_port(uint32_t batch)
{
    struct port *port = calloc(1, sizeof *port);
    int i;

    port->batch = batch;
    port->memory = aligned_alloc(4096, (size_t)BUFFERS * BUFFER_BYTES);
    memset(port->memory, 0, (size_t)BUFFERS * BUFFER_BYTES);
    for (i = 0; i < 2; i++) {
        port->slots[i] = aligned_alloc(4096, RING * sizeof *port->slots[i]);
        memset(port->slots[i], 0, RING * sizeof *port->slots[i]);
    }
    for (i = 0; i < BUFFERS; i++) {
        port->all[i].data = port->memory + (size_t)i * BUFFER_BYTES;
        port->all[i].bus = 0x400000000u + (uint64_t)i * BUFFER_BYTES;
        give_back(port, &port->all[i]);
    }
    dp_ring_init(&port->rx.ring, port->slots[0], RING, ring_rx, port);
    dp_ring_init(&port->tx.ring, port->slots[1], RING, ring_tx, port);
    dp_rx_init(&port->rx, port->posted, BUFFER_BYTES, 1, &ops, port);
    dp_tx_init(&port->tx, DP_LEGACY, port->packets, port->ends);
    dp_rx_refill(&port->rx);
    return port;
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static double nanoseconds_a_packet(struct port *port)
{
    double start = now(), end = start;
    uint64_t packets = 0;

    for (; end - start < RUN_NANOSECONDS; end = now())
        packets += run(port);
    return (end - start) / (double)packets;
}

static int by_size(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

static void measure(uint32_t batch)
{
    struct port *port = make_port(batch);
    double runs[RUNS];
    int i;

    nanoseconds_a_packet(port);
    for (i = 0; i < RUNS; i++)
        runs[i] = nanoseconds_a_packet(port);
    qsort(runs, RUNS, sizeof runs[0], by_size);
    printf("core/forwarding/%u\t%.2f\t%.2f\n", batch, runs[0], runs[RUNS / 2]);
    free(port->memory);
    free(port->slots[0]);
    free(port->slots[1]);
    free(port);
}

int main(void)
{
    static const uint32_t batches[] = {1, 8, 32, 256};
    size_t i;

    for (i = 0; i < sizeof batches / sizeof batches[0]; i++)
        measure(batches[i]);
    return 0;
}
