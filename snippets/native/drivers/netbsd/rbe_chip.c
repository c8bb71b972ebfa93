/* Registers of the device, NetBSD's way to them; see rbe_chip.h. NetBSD 10. */
#include "rbe_chip.h"

enum { RESET_TRIES = 100, EEPROM_TRIES = 1000, POLL_MICROSECONDS = 50 };

// tag::reset[]
/* No buffer may be given back before this: the device writes to memory until it is reset. */
int rbe_reset(const struct rbe_registers *registers)
{
    int tries;

    rbe_write(registers, RBE_IMC, 0xffffffff);
    rbe_write(registers, RBE_RCTL, 0);
    rbe_write(registers, RBE_TCTL, RBE_TCTL_PSP);
    rbe_write(registers, RBE_CTRL, rbe_read(registers, RBE_CTRL) | RBE_CTRL_RST);
    for (tries = 0; tries < RESET_TRIES; tries++) {
        DELAY(POLL_MICROSECONDS);
        if (rbe_read(registers, RBE_STATUS) == 0xffffffff)
            return ENXIO; /* nobody answers on the bus */
        if ((rbe_read(registers, RBE_CTRL) & RBE_CTRL_RST) == 0)
            break;
    }
    rbe_write(registers, RBE_IMC, 0xffffffff);
    (void)rbe_read(registers, RBE_ICR);
    return tries < RESET_TRIES ? 0 : EIO;
}
// end::reset[]

static int read_word(const struct rbe_registers *registers, uint32_t word, uint16_t *value)
{
    uint32_t eerd;
    int tries;

    rbe_write(registers, RBE_EERD, RBE_EERD_START | word << RBE_EERD_ADDRESS_SHIFT);
    for (tries = 0; tries < EEPROM_TRIES; tries++) {
        eerd = rbe_read(registers, RBE_EERD);
        if (eerd == 0xffffffff)
            return ENXIO;
        if (eerd & RBE_EERD_DONE) {
            *value = eerd >> RBE_EERD_DATA_SHIFT;
            return 0;
        }
        DELAY(POLL_MICROSECONDS);
    }
    return EIO;
}

int rbe_read_address(const struct rbe_registers *registers, uint8_t address[RBE_ADDRESS_BYTES])
{
    uint16_t value;
    uint32_t word;
    int error;

    for (word = 0; word < RBE_ADDRESS_BYTES / 2; word++) {
        error = read_word(registers, word, &value);
        if (error != 0)
            return error;
        address[2 * word] = value & 0xff;
        address[2 * word + 1] = value >> 8;
    }
    return 0;
}

void rbe_set_address(const struct rbe_registers *registers,
                     const uint8_t address[RBE_ADDRESS_BYTES])
{
    rbe_write(registers, RBE_RAL, address[0] | address[1] << 8 | address[2] << 16 |
                                      (uint32_t)address[3] << 24);
    rbe_write(registers, RBE_RAH, address[4] | address[5] << 8 | RBE_RAH_AV);
}

void rbe_set_rings(const struct rbe_registers *registers, bus_addr_t transmit,
                   bus_addr_t receive, uint32_t slots)
{
    rbe_write(registers, RBE_TDBAL, (uint32_t)transmit);
    rbe_write(registers, RBE_TDBAH, (uint64_t)transmit >> 32);
    rbe_write(registers, RBE_TDLEN, slots * DP_SLOT_BYTES);
    rbe_write(registers, RBE_TDH, 0);
    rbe_write(registers, RBE_TDT, 0);
    rbe_write(registers, RBE_RDBAL, (uint32_t)receive);
    rbe_write(registers, RBE_RDBAH, (uint64_t)receive >> 32);
    rbe_write(registers, RBE_RDLEN, slots * DP_SLOT_BYTES);
    rbe_write(registers, RBE_RDH, 0);
    rbe_write(registers, RBE_RDT, 0);
}

void rbe_filter_add(struct rbe_filter *filter, const uint8_t *group)
{
    uint32_t hash = (uint32_t)group[4] >> 4 | (uint32_t)group[5] << 4;

    filter->table[hash >> 5 & (RBE_MTA_ENTRIES - 1)] |= 1u << (hash & 31);
}

static uint32_t receive_control(const struct rbe_filter *filter)
{
    uint32_t control = RBE_RCTL_EN | RBE_RCTL_BAM | RBE_RCTL_SECRC | RBE_RCTL_BSIZE_2048;

    if (filter->promiscuous)
        control |= RBE_RCTL_UPE | RBE_RCTL_MPE;
    if (filter->all_multicast)
        control |= RBE_RCTL_MPE;
    if (filter->long_frames)
        control |= RBE_RCTL_LPE;
    return control;
}

void rbe_set_filter(const struct rbe_registers *registers, const struct rbe_filter *filter)
{
    int i;

    for (i = 0; i < RBE_MTA_ENTRIES; i++)
        rbe_write(registers, RBE_MTA + 4 * i, filter->table[i]);
    rbe_write(registers, RBE_RCTL, receive_control(filter));
}

void rbe_enable(const struct rbe_registers *registers, const struct rbe_filter *filter)
{
    uint32_t control = rbe_read(registers, RBE_CTRL) | RBE_CTRL_SLU | RBE_CTRL_ASDE;

    control = filter->tags ? control | RBE_CTRL_VME : control & ~RBE_CTRL_VME;
    rbe_write(registers, RBE_CTRL, control);
    rbe_write(registers, RBE_RXCSUM,
              filter->checksums ? RBE_RXCSUM_IPOFL | RBE_RXCSUM_TUOFL : 0);
    rbe_write(registers, RBE_TIPG, RBE_TIPG_COPPER);
    rbe_write(registers, RBE_TCTL, RBE_TCTL_EN | RBE_TCTL_PSP | 15 << RBE_TCTL_CT_SHIFT |
                                       64 << RBE_TCTL_COLD_SHIFT);
    rbe_set_filter(registers, filter);
}

void rbe_doorbell(void *os, uint32_t tail)
{
    struct rbe_ring *ring = os;

    rbe_write(ring->registers, ring->tail, tail);
}

bool rbe_link_is_up(const struct rbe_registers *registers)
{
    uint32_t status = rbe_read(registers, RBE_STATUS);

    return status != 0xffffffff && (status & RBE_STATUS_LU) != 0;
}
