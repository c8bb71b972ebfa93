#include "port.h"

#include <stdlib.h>

#include "memory.h"
#include "tap.h"

static const uint8_t ADDRESS[6] = {0x02, 0, 0, 0, 0, 1};

static void keep(struct port_frame *frames, unsigned *count, const uint8_t *bytes, size_t length)
{
    struct port_frame *frame = &frames[(*count)++ % PORT_KEPT];

    frame->length = length;
    memcpy(frame->bytes, bytes, length < sizeof frame->bytes ? length : sizeof frame->bytes);
}

static void wire_sends(void *listener, const uint8_t *bytes, size_t length)
{
    struct port *port = listener;

    keep(port->sent, &port->count_sent, bytes, length);
}

static void ring_tx(void *os, uint32_t tail)
{
    nic_write32(((struct port *)os)->nic, RBE_TDT, tail);
}

static void ring_rx(void *os, uint32_t tail)
{
    nic_write32(((struct port *)os)->nic, RBE_RDT, tail);
}

static bool take(void *os, struct dp_buffer *fresh)
{
    struct port *port = os;
    struct port_packet *packet;

    if (port->refuse_buffers > 0) {
        port->refuse_buffers--;
        return false;
    }
    packet = memory_take(sizeof *packet, "a receive buffer");
    if (!packet)
        return false;
    packet->mapped = PORT_BUFFER;
    packet->address = dma_map(packet->bytes, PORT_BUFFER, DMA_WRITE_BY_DEVICE);
    fresh->address = packet->address;
    fresh->packet = packet;
    return true;
}

static void received(void *os, void *packet, uint32_t length)
{
    (void)os;
    dma_sync_for_cpu(((struct port_packet *)packet)->address, length);
}

static void unmap(struct port_packet *packet, enum dma_direction direction)
{
    dma_unmap(packet->address, packet->mapped, direction);
    memory_give(packet, "a packet");
}

static void give_back(void *os, void *packet)
{
    (void)os;
    unmap(packet, DMA_WRITE_BY_DEVICE);
}

static void deliver(void *os, const struct dp_received *frame)
{
    struct port *port = os;
    uint8_t whole[PORT_BUFFER * 8];
    size_t length = 0;
    uint32_t i;

    for (i = 0; i < frame->count; i++) {
        struct port_packet *packet = frame->packets[i];
        memcpy(whole + length, packet->bytes, frame->lengths[i]);
        length += frame->lengths[i];
        unmap(packet, DMA_WRITE_BY_DEVICE);
    }
    keep(port->received, &port->count_received, whole, length);
    port->received[(port->count_received - 1) % PORT_KEPT].vlan = frame->vlan;
    port->received[(port->count_received - 1) % PORT_KEPT].checksums = frame->checksums;
}

static const struct dp_rx_ops ops = {take, received, deliver, give_back};

static void program(struct nic *nic, uint32_t base, uint64_t address)
{
    nic_write32(nic, base, (uint32_t)address);
    nic_write32(nic, base + 4, (uint32_t)(address >> 32));
    nic_write32(nic, base + 8, PORT_SLOTS * DP_SLOT_BYTES);
    nic_write32(nic, base + 0x10, 0);
    nic_write32(nic, base + 0x18, 0);
}

void port_open(struct port *port, enum dp_format format)
{
    memset(port, 0, sizeof *port);
    port->sent = calloc(PORT_KEPT, sizeof *port->sent);
    port->received = calloc(PORT_KEPT, sizeof *port->received);
    port->nic = nic_power_on(ADDRESS, wire_sends, port);
    dp_ring_init(&port->tx.ring,
                 dma_coherent_take(PORT_SLOTS * DP_SLOT_BYTES, &port->tx_ring, "tx ring"),
                 PORT_SLOTS, ring_tx, port);
    dp_ring_init(&port->rx.ring,
                 dma_coherent_take(PORT_SLOTS * DP_SLOT_BYTES, &port->rx_ring, "rx ring"),
                 PORT_SLOTS, ring_rx, port);
    dp_tx_init(&port->tx, format, port->packets, port->ends);
    dp_rx_init(&port->rx, port->posted, PORT_BUFFER, 8, &ops, port);
    nic_write32(port->nic, RBE_CTRL, RBE_CTRL_SLU | RBE_CTRL_VME);
    nic_write32(port->nic, RBE_RXCSUM, RBE_RXCSUM_IPOFL | RBE_RXCSUM_TUOFL);
    program(port->nic, RBE_TDBAL, port->tx_ring);
    program(port->nic, RBE_RDBAL, port->rx_ring);
    dp_rx_refill(&port->rx);
    nic_write32(port->nic, RBE_TCTL, RBE_TCTL_EN);
    nic_write32(port->nic, RBE_RCTL, RBE_RCTL_EN | RBE_RCTL_UPE | RBE_RCTL_MPE | RBE_RCTL_BAM |
                                         RBE_RCTL_LPE | RBE_RCTL_SECRC | RBE_RCTL_BSIZE_2048);
}

static void done(void *os, void *packet)
{
    ((struct port *)os)->completed++;
    unmap(packet, DMA_READ_BY_DEVICE);
}

void port_close(struct port *port)
{
    nic_write32(port->nic, RBE_CTRL, RBE_CTRL_RST);
    dp_tx_drain(&port->tx, done, port);
    dp_rx_drain(&port->rx);
    dma_coherent_give((void *)port->tx.ring.slots, port->tx_ring);
    dma_coherent_give((void *)port->rx.ring.slots, port->rx_ring);
    nic_power_off(port->nic);
    free(port->sent);
    free(port->received);
}

enum dp_submit port_send(struct port *port, const void *bytes, size_t length, size_t piece,
                         const struct dp_offload *offload)
{
    static const struct dp_offload plain = {.vlan = DP_NO_VLAN};
    struct port_packet *packet = memory_take(sizeof *packet, "a packet to send");
    struct dp_segment segments[PORT_SLOTS + 1];
    struct dp_frame frame = {.segments = segments, .offload = offload ? *offload : plain};
    enum dp_submit result;
    size_t at;

    memcpy(packet->bytes, bytes, length);
    packet->mapped = length;
    packet->address = dma_map(packet->bytes, length, DMA_READ_BY_DEVICE);
    frame.packet = packet;
    for (at = 0; at < length && frame.count <= PORT_SLOTS; at += segments[frame.count++].length) {
        size_t left = length - at;
        segments[frame.count].address = packet->address + at;
        segments[frame.count].length = (uint32_t)(piece && piece < left ? piece : left);
    }
    result = dp_tx_submit(&port->tx, &frame, false);
    if (result != DP_ACCEPTED)
        unmap(packet, DMA_READ_BY_DEVICE);
    return result;
}

void port_settle(struct port *port)
{
    int moved, rounds = 0;

    do {
        moved = nic_step(port->nic);
        moved += (int)dp_tx_complete(&port->tx, PORT_SLOTS, done, port);
        moved += (int)dp_rx_poll(&port->rx, PORT_SLOTS);
    } while (moved > 0 && tap_check(++rounds < 1000));
}
