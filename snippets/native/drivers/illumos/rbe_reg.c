/* Registers of the device, through an access handle (ddi_get32(9F)). illumos, GLDv3. */
#include "rbe.h"

enum { RESET_TRIES = 100, EEPROM_TRIES = 1000, POLL_MICROSECONDS = 50 };

uint32_t rbe_read(const struct rbe_registers *registers, uint32_t offset)
{
    return (ddi_get32(registers->handle, (uint32_t *)(void *)(registers->base + offset)));
}

void rbe_write(const struct rbe_registers *registers, uint32_t offset, uint32_t value)
{
    ddi_put32(registers->handle, (uint32_t *)(void *)(registers->base + offset), value);
}

// tag::reset[]
/* No lock, nothing that waits: quiesce(9E) needs it too, when the system stands still. */
int rbe_reset(const struct rbe_registers *registers)
{
    int tries;

    rbe_write(registers, RBE_IMC, 0xffffffff);
    rbe_write(registers, RBE_RCTL, 0);
    rbe_write(registers, RBE_TCTL, RBE_TCTL_PSP);
    rbe_write(registers, RBE_CTRL, rbe_read(registers, RBE_CTRL) | RBE_CTRL_RST);
    for (tries = 0; tries < RESET_TRIES; tries++) {
        drv_usecwait(POLL_MICROSECONDS);
        if (rbe_read(registers, RBE_STATUS) == 0xffffffff)
            return (ENXIO); /* nobody answers on the bus */
        if ((rbe_read(registers, RBE_CTRL) & RBE_CTRL_RST) == 0)
            break;
    }
    rbe_write(registers, RBE_IMC, 0xffffffff);
    (void) rbe_read(registers, RBE_ICR);
    return (tries < RESET_TRIES ? 0 : EIO);
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
            return (ENXIO);
        if ((eerd & RBE_EERD_DONE) != 0) {
            *value = (uint16_t)(eerd >> RBE_EERD_DATA_SHIFT);
            return (0);
        }
        drv_usecwait(POLL_MICROSECONDS);
    }
    return (EIO);
}

int rbe_read_address(const struct rbe_registers *registers, uint8_t address[ETHERADDRL])
{
    uint16_t value;
    uint32_t word;
    int error;

    for (word = 0; word < ETHERADDRL / 2; word++) {
        if ((error = read_word(registers, word, &value)) != 0)
            return (error);
        address[2 * word] = value & 0xff;
        address[2 * word + 1] = value >> 8;
    }
    return (0);
}

void rbe_set_rings(struct rbe *rbe)
{
    const struct rbe_registers *registers = &rbe->registers;
    uint64_t transmit = rbe->tx_ring.dma.address, receive = rbe->rx_ring.dma.address;

    rbe_write(registers, RBE_TDBAL, (uint32_t)transmit);
    rbe_write(registers, RBE_TDBAH, transmit >> 32);
    rbe_write(registers, RBE_TDLEN, RBE_SLOTS * DP_SLOT_BYTES);
    rbe_write(registers, RBE_TDH, 0);
    rbe_write(registers, RBE_TDT, 0);
    rbe_write(registers, RBE_RDBAL, (uint32_t)receive);
    rbe_write(registers, RBE_RDBAH, receive >> 32);
    rbe_write(registers, RBE_RDLEN, RBE_SLOTS * DP_SLOT_BYTES);
    rbe_write(registers, RBE_RDH, 0);
    rbe_write(registers, RBE_RDT, 0);
}

static void set_address(const struct rbe_registers *registers, const uint8_t *address)
{
    rbe_write(registers, RBE_RAL, address[0] | address[1] << 8 | address[2] << 16 |
                                      (uint32_t)address[3] << 24);
    rbe_write(registers, RBE_RAH, address[4] | address[5] << 8 | RBE_RAH_AV);
}

/* 8254x SDM 13.5.1: with MO 0 the table is looked up by bits 47 to 36 of a group address. */
static void set_groups(const struct rbe_registers *registers, const struct rbe_filter *filter)
{
    uint32_t table[RBE_MTA_ENTRIES] = {0}, hash;
    uint_t i;

    for (i = 0; i < filter->count; i++) {
        hash = (uint32_t)filter->groups[i][4] >> 4 | (uint32_t)filter->groups[i][5] << 4;
        table[hash >> 5 & (RBE_MTA_ENTRIES - 1)] |= 1u << (hash & 31);
    }
    for (i = 0; i < RBE_MTA_ENTRIES; i++)
        rbe_write(registers, RBE_MTA + 4 * i, table[i]);
}

/* Address, groups and mode as they are wanted; the receiver is enabled by it. */
void rbe_set_filter(struct rbe *rbe)
{
    const struct rbe_filter *filter = &rbe->filter;
    uint32_t control = RBE_RCTL_EN | RBE_RCTL_BAM | RBE_RCTL_SECRC | RBE_RCTL_BSIZE_2048;

    if (filter->promiscuous)
        control |= RBE_RCTL_UPE | RBE_RCTL_MPE;
    if (filter->long_frames)
        control |= RBE_RCTL_LPE;
    set_address(&rbe->registers, filter->address);
    set_groups(&rbe->registers, filter);
    rbe_write(&rbe->registers, RBE_RCTL, control);
}

/* From here on frames move. Tags stay in the frames: MAC puts them in and takes them out. */
void rbe_enable(struct rbe *rbe)
{
    const struct rbe_registers *registers = &rbe->registers;

    rbe_write(registers, RBE_CTRL,
              rbe_read(registers, RBE_CTRL) | RBE_CTRL_SLU | RBE_CTRL_ASDE);
    rbe_write(registers, RBE_RXCSUM, RBE_RXCSUM_IPOFL | RBE_RXCSUM_TUOFL);
    rbe_write(registers, RBE_TIPG, RBE_TIPG_COPPER);
    rbe_write(registers, RBE_TCTL, RBE_TCTL_EN | RBE_TCTL_PSP | 15 << RBE_TCTL_CT_SHIFT |
                                       64 << RBE_TCTL_COLD_SHIFT);
    rbe_set_filter(rbe);
}

void rbe_doorbell(void *os, uint32_t tail)
{
    struct rbe_ring *ring = os;

    rbe_write(ring->registers, ring->tail, tail);
}

boolean_t rbe_link_is_up(const struct rbe_registers *registers)
{
    uint32_t status = rbe_read(registers, RBE_STATUS);

    return (status != 0xffffffff && (status & RBE_STATUS_LU) != 0);
}
