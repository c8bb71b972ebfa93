/* The registers: reset, address, filters, start, counters. */
#include "rbe.h"

enum { TRIES = 200, MICROSECONDS = 10, HASH_BITS = 12 };

ULONG rbe_read(struct rbe_adapter *adapter, ULONG offset)
{
    ULONG value;

    NdisReadRegisterUlong((volatile ULONG *)(adapter->registers + offset), &value);
    return value;
}

void rbe_write(struct rbe_adapter *adapter, ULONG offset, ULONG value)
{
    NdisWriteRegisterUlong((volatile ULONG *)(adapter->registers + offset), value);
}

static bool wait_for(struct rbe_adapter *adapter, ULONG offset, ULONG bit, ULONG wanted)
{
    int i;

    for (i = 0; i < TRIES; i++) {
        if ((rbe_read(adapter, offset) & bit) == wanted)
            return true;
        NdisStallExecution(MICROSECONDS);
    }
    return false;
}

/* Ends all DMA and forgets all set-up; statistics are saved before. */
bool rbe_reset_chip(struct rbe_adapter *adapter)
{
    rbe_read_counters(adapter);
    rbe_mask(adapter);
    rbe_write(adapter, RBE_RCTL, 0);
    rbe_write(adapter, RBE_TCTL, 0);
    rbe_write(adapter, RBE_CTRL, rbe_read(adapter, RBE_CTRL) | RBE_CTRL_RST);
    if (!wait_for(adapter, RBE_CTRL, RBE_CTRL_RST, 0))
        return false;
    rbe_mask(adapter);
    rbe_read(adapter, RBE_ICR);
    rbe_write(adapter, RBE_CTRL, RBE_CTRL_FD | RBE_CTRL_ASDE | RBE_CTRL_SLU | RBE_CTRL_VME);
    return true;
}

/* Words 0 to 2 of the EEPROM (8254x SDM 5.6.1). A set address of the registry comes before. */
bool rbe_read_address(struct rbe_adapter *adapter)
{
    static const UCHAR none[6];
    ULONG word;

    for (word = 0; word < 3; word++) {
        ULONG value;
        rbe_write(adapter, RBE_EERD, RBE_EERD_START | word << RBE_EERD_ADDRESS_SHIFT);
        if (!wait_for(adapter, RBE_EERD, RBE_EERD_DONE, RBE_EERD_DONE))
            return false;
        value = rbe_read(adapter, RBE_EERD) >> RBE_EERD_DATA_SHIFT;
        adapter->permanent[2 * word] = (UCHAR)value;
        adapter->permanent[2 * word + 1] = (UCHAR)(value >> 8);
    }
    if (memcmp(adapter->address, none, sizeof none) == 0)
        memcpy(adapter->address, adapter->permanent, sizeof adapter->address);
    return !(adapter->permanent[0] & 1);
}

static void set_address(struct rbe_adapter *adapter)
{
    const UCHAR *address = adapter->address;

    rbe_write(adapter, RBE_RAL, address[0] | (ULONG)address[1] << 8 | (ULONG)address[2] << 16 |
                                    (ULONG)address[3] << 24);
    rbe_write(adapter, RBE_RAH, address[4] | (ULONG)address[5] << 8 | RBE_RAH_AV);
}

/* Bits 47 to 36 of the address choose the bit of the table (RCTL.MO is 0). */
static void set_groups(struct rbe_adapter *adapter)
{
    ULONG table[RBE_MTA_ENTRIES] = {0}, i;

    for (i = 0; i < adapter->group_count; i++) {
        ULONG hash = (adapter->groups[i][4] >> 4 | (ULONG)adapter->groups[i][5] << 4) &
                     ((1u << HASH_BITS) - 1);
        table[hash >> 5] |= 1u << (hash & 31);
    }
    for (i = 0; i < RBE_MTA_ENTRIES; i++)
        rbe_write(adapter, RBE_MTA + 4 * i, table[i]);
}

/* Only the running adapter hears; the rest of RCTL is always the same. */
void rbe_set_filter(struct rbe_adapter *adapter)
{
    ULONG control = RBE_RCTL_BSIZE_2048 | RBE_RCTL_SECRC, filter = adapter->filter;

    if (filter & NDIS_PACKET_TYPE_BROADCAST)
        control |= RBE_RCTL_BAM;
    if (filter & NDIS_PACKET_TYPE_PROMISCUOUS)
        control |= RBE_RCTL_UPE | RBE_RCTL_MPE;
    if (filter & NDIS_PACKET_TYPE_ALL_MULTICAST)
        control |= RBE_RCTL_MPE;
    if (adapter->state == RBE_RUNNING && filter != 0)
        control |= RBE_RCTL_EN;
    if (filter & NDIS_PACKET_TYPE_MULTICAST)
        set_groups(adapter);
    rbe_write(adapter, RBE_RCTL, control);
}

static void set_ring(struct rbe_adapter *adapter, ULONG base, const struct rbe_memory *slots)
{
    rbe_write(adapter, base, slots->bus.LowPart);
    rbe_write(adapter, base + 4, (ULONG)slots->bus.HighPart);
    rbe_write(adapter, base + 8, slots->bytes);
    rbe_write(adapter, base + 0x10, 0);
    rbe_write(adapter, base + 0x18, 0);
}

void rbe_start_chip(struct rbe_adapter *adapter)
{
    set_address(adapter);
    set_ring(adapter, RBE_TDBAL, &adapter->tx_slots);
    set_ring(adapter, RBE_RDBAL, &adapter->rx_slots);
    rbe_write(adapter, RBE_RXCSUM, RBE_RXCSUM_IPOFL | RBE_RXCSUM_TUOFL);
    rbe_write(adapter, RBE_TIPG, RBE_TIPG_COPPER);
    dp_rx_refill(&adapter->rx);
    rbe_write(adapter, RBE_TCTL, RBE_TCTL_EN | RBE_TCTL_PSP | 15u << RBE_TCTL_CT_SHIFT |
                                     64u << RBE_TCTL_COLD_SHIFT);
    rbe_set_filter(adapter);
}

static ULONG64 read_wide(struct rbe_adapter *adapter, ULONG low)
{
    ULONG64 value = rbe_read(adapter, low);

    return value | (ULONG64)rbe_read(adapter, low + 4) << 32;
}

/* They clear as they are read, so what was read is added up here. */
void rbe_read_counters(struct rbe_adapter *adapter)
{
    struct rbe_counters *counters = &adapter->counters;

    if (rbe_read(adapter, RBE_STATUS) == ~0u)
        return; /* nobody answers */
    counters->in_frames += rbe_read(adapter, RBE_GPRC);
    counters->in_multicast += rbe_read(adapter, RBE_MPRC);
    counters->in_broadcast += rbe_read(adapter, RBE_BPRC);
    counters->in_bytes += read_wide(adapter, RBE_GORCL);
    counters->in_errors += rbe_read(adapter, RBE_CRCERRS) + rbe_read(adapter, RBE_ROC);
    counters->in_missed += rbe_read(adapter, RBE_MPC);
    counters->out_frames += rbe_read(adapter, RBE_GPTC);
    counters->out_multicast += rbe_read(adapter, RBE_MPTC);
    counters->out_broadcast += rbe_read(adapter, RBE_BPTC);
    counters->out_bytes += read_wide(adapter, RBE_GOTCL);
}
