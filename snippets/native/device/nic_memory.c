/* The device's way into memory: rings, data, and what is written back. */
#include <string.h>

#include "dma.h"
#include "nic_state.h"
#include "rule.h"

/* From the register of a ring's base (8254x SDM 13.4.25 on): the same in both directions. */
enum { HIGH = 0x04, LENGTH = 0x08, HEAD = 0x10, TAIL = 0x18, SLOT = 16 };

uint32_t nic_ring_size(struct nic *nic, uint32_t ring)
{
    return *nic_register(nic, ring + LENGTH) / SLOT;
}

static uint64_t base_of(struct nic *nic, uint32_t ring)
{
    return (uint64_t)*nic_register(nic, ring + HIGH) << 32 | *nic_register(nic, ring);
}

static void check_ring(struct nic *nic, uint32_t ring)
{
    uint32_t bytes = *nic_register(nic, ring + LENGTH), tail = *nic_register(nic, ring + TAIL);

    rule_require(bytes > 0 && bytes % 128 == 0 && bytes <= 65536, "8254x/ring-length",
                 "8254x SDM 13.4.27", "a ring of %u bytes: a multiple of 128, up to 65536", bytes);
    rule_require(base_of(nic, ring) % 16 == 0, "8254x/ring-base", "8254x SDM 13.4.25",
                 "a ring at 0x%llx: not a multiple of 16",
                 (unsigned long long)base_of(nic, ring));
    rule_require(tail < bytes / SLOT, "8254x/tail-outside", "8254x SDM 13.4.29",
                 "tail is %u in a ring of %u", tail, bytes / SLOT);
}

uint32_t nic_owned(struct nic *nic, uint32_t ring)
{
    uint32_t head = *nic_register(nic, ring + HEAD), tail = *nic_register(nic, ring + TAIL);

    if (head == tail)
        return 0;
    check_ring(nic, ring);
    return tail > head ? tail - head : tail + nic_ring_size(nic, ring) - head;
}

void nic_advance(struct nic *nic, uint32_t ring)
{
    uint32_t *head = nic_register(nic, ring + HEAD);

    *head = *head + 1 == nic_ring_size(nic, ring) ? 0 : *head + 1;
}

static bool stop_unless(struct nic *nic, bool allowed)
{
    if (!allowed)
        nic->stopped = true;
    return allowed;
}

bool nic_read_memory(struct nic *nic, uint64_t address, void *to, size_t bytes)
{
    return stop_unless(nic, dma_device_reads(address, to, bytes));
}

bool nic_write_memory(struct nic *nic, uint64_t address, const void *from, size_t bytes)
{
    return stop_unless(nic, dma_device_writes(address, from, bytes));
}

static uint64_t little_endian(const uint8_t *bytes)
{
    uint64_t word = 0;
    int i;

    for (i = 7; i >= 0; i--)
        word = word << 8 | bytes[i];
    return word;
}

bool nic_fetch(struct nic *nic, uint32_t ring, struct nic_slot *slot)
{
    uint8_t bytes[SLOT];

    slot->bus = base_of(nic, ring) + (uint64_t)*nic_register(nic, ring + HEAD) * SLOT;
    if (!nic_read_memory(nic, slot->bus, bytes, sizeof bytes))
        return false;
    slot->address = little_endian(bytes);
    slot->rest = little_endian(bytes + 8);
    return true;
}

static void write_rest(struct nic *nic, uint64_t slot, uint64_t rest)
{
    uint8_t bytes[8];
    int i;

    for (i = 0; i < 8; i++)
        bytes[i] = (uint8_t)(rest >> 8 * i);
    nic_write_memory(nic, slot + 8, bytes, sizeof bytes);
}

void nic_write_back(struct nic *nic, uint64_t slot, uint64_t rest)
{
    struct nic_late *late;

    if (nic->faults.late_steps == 0 && nic->count_late == 0) {
        write_rest(nic, slot, rest);
        return;
    }
    rule_require(nic->count_late < NIC_LATE, "8254x/too-many-late", "device model",
                 "%u write-backs are late already", nic->count_late);
    late = &nic->late[(nic->first_late + nic->count_late++) % NIC_LATE];
    late->due = nic->steps + (uint64_t)nic->faults.late_steps;
    late->address = slot;
    late->word = rest;
}

void nic_write_what_is_due(struct nic *nic)
{
    while (nic->count_late > 0 && nic->late[nic->first_late].due <= nic->steps && !nic->stopped) {
        struct nic_late late = nic->late[nic->first_late];
        nic->first_late = (nic->first_late + 1) % NIC_LATE;
        nic->count_late--;
        write_rest(nic, late.address, late.word);
    }
}
