#include "bench.h"

#include <stdio.h>
#include <string.h>

struct bench bench;

static void hear(void *listener, const uint8_t *bytes, size_t length)
{
    struct bench_frame *frame = &bench.sent[bench.count++ % BENCH_KEPT];

    (void)listener;
    frame->length = length;
    memcpy(frame->bytes, bytes, length);
}

static void program(uint32_t base, uint64_t address)
{
    nic_write32(bench.nic, base, (uint32_t)address);
    nic_write32(bench.nic, base + 4, (uint32_t)(address >> 32));
    nic_write32(bench.nic, base + 8, BENCH_SLOTS * 16);
}

void bench_open(uint32_t rctl)
{
    static const uint8_t address[6] = {0x02, 0x11, 0x22, 0x33, 0x44, 0x55};

    memset(&bench, 0, sizeof bench);
    bench.nic = nic_power_on(address, hear, NULL);
    bench.tx = dma_coherent_take(BENCH_SLOTS * 16, &bench.tx_address, "tx");
    bench.rx = dma_coherent_take(BENCH_SLOTS * 16, &bench.rx_address, "rx");
    bench.memory = dma_coherent_take(BENCH_MEMORY, &bench.address, "memory");
    program(RBE_TDBAL, bench.tx_address);
    program(RBE_RDBAL, bench.rx_address);
    nic_write32(bench.nic, RBE_CTRL, RBE_CTRL_SLU | RBE_CTRL_VME);
    nic_read32(bench.nic, RBE_ICR);
    nic_write32(bench.nic, RBE_TCTL, RBE_TCTL_EN | RBE_TCTL_PSP);
    nic_write32(bench.nic, RBE_RCTL, rctl);
}

void bench_close(void)
{
    nic_power_off(bench.nic);
    dma_coherent_give(bench.tx, bench.tx_address);
    dma_coherent_give(bench.rx, bench.rx_address);
    dma_coherent_give(bench.memory, bench.address);
}

size_t bench_hex(size_t offset, const char *hex)
{
    size_t length = 0;
    unsigned byte;

    while (sscanf(hex + 2 * length, "%2x", &byte) == 1)
        bench.memory[offset + length++] = (uint8_t)byte;
    return length;
}

bool bench_sent_is(unsigned frame, size_t offset, const char *hex)
{
    size_t i;
    unsigned byte;

    for (i = 0; sscanf(hex + 2 * i, "%2x", &byte) == 1; i++)
        if (!tap_equal(byte, bench.sent[frame].bytes[offset + i]))
            return false;
    return true;
}

void bench_tx(unsigned slot, uint64_t address, uint64_t rest)
{
    bench.tx[2 * slot] = address;
    bench.tx[2 * slot + 1] = rest;
}

void bench_post(unsigned slot, uint64_t address)
{
    bench.rx[2 * slot] = address;
    bench.rx[2 * slot + 1] = 0;
}

void bench_tail_tx(unsigned tail)
{
    dma_barrier();
    nic_write32(bench.nic, RBE_TDT, tail);
}

void bench_tail_rx(unsigned tail)
{
    dma_barrier();
    nic_write32(bench.nic, RBE_RDT, tail);
}

void bench_hear(const char *destination, size_t length)
{
    uint8_t bytes[16384] = {0};
    unsigned i, byte;

    for (i = 0; i < 6 && sscanf(destination + 2 * i, "%2x", &byte) == 1; i++)
        bytes[i] = (uint8_t)byte;
    bytes[12] = 0x88;
    bytes[13] = 0xb5;
    nic_frame_from_wire(bench.nic, bytes, length);
}
