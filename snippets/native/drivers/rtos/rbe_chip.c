/* The device itself: reset, registers, what a reset took away. */
#include "rbe_port.h"

enum { RESET_TRIES = 10 };

// tag::reset[]
/* No block may go home before this: the device writes to memory until it is reset. */
int rbe_chip_reset(struct rbe_port *port)
{
    int tries;

    rbe_write(port, RBE_IMC, 0xffffffff);
    rbe_write(port, RBE_RCTL, 0);
    rbe_write(port, RBE_TCTL, RBE_TCTL_PSP);
    rbe_write(port, RBE_CTRL, rbe_read(port, RBE_CTRL) | RBE_CTRL_RST);
    for (tries = 0; tries < RESET_TRIES; tries++) {
        rtos_sleep(1); /* others run meanwhile; no loop waits for a device at this priority */
        if (rbe_read(port, RBE_STATUS) == 0xffffffff)
            return RTOS_NO_DEVICE; /* nobody answers */
        if (!(rbe_read(port, RBE_CTRL) & RBE_CTRL_RST))
            break;
    }
    rbe_write(port, RBE_IMC, 0xffffffff);
    (void)rbe_read(port, RBE_ICR);
    return tries < RESET_TRIES ? RTOS_OK : RTOS_IO_ERROR;
}
// end::reset[]

static void set_address(struct rbe_port *port)
{
    const uint8_t *address = port->config->address;

    rbe_write(port, RBE_RAL, address[0] | (uint32_t)address[1] << 8 |
                                 (uint32_t)address[2] << 16 | (uint32_t)address[3] << 24);
    rbe_write(port, RBE_RAH, address[4] | (uint32_t)address[5] << 8 | RBE_RAH_AV);
}

static void set_rings(struct rbe_port *port)
{
    rtos_bus_address transmit = rbe_ring_address(&port->tx.ring);
    rtos_bus_address receive = rbe_ring_address(&port->rx.ring);

    rbe_write(port, RBE_TDBAL, (uint32_t)transmit);
    rbe_write(port, RBE_TDBAH, (uint32_t)(transmit >> 32));
    rbe_write(port, RBE_TDLEN, RBE_SLOTS * DP_SLOT_BYTES);
    rbe_write(port, RBE_TDH, 0);
    rbe_write(port, RBE_TDT, 0);
    rbe_write(port, RBE_RDBAL, (uint32_t)receive);
    rbe_write(port, RBE_RDBAH, (uint32_t)(receive >> 32));
    rbe_write(port, RBE_RDLEN, RBE_SLOTS * DP_SLOT_BYTES);
    rbe_write(port, RBE_RDH, 0);
    rbe_write(port, RBE_RDT, 0);
}

void rbe_chip_filter(struct rbe_port *port)
{
    uint32_t control = RBE_RCTL_EN | RBE_RCTL_BAM | RBE_RCTL_MPE | RBE_RCTL_SECRC |
                       RBE_RCTL_BSIZE_512;

    if (port->promiscuous)
        control |= RBE_RCTL_UPE;
    rbe_write(port, RBE_RCTL, control);
}

/* From here on frames move: the rings are ready, and blocks are posted. */
void rbe_chip_start(struct rbe_port *port)
{
    set_address(port);
    set_rings(port);
    rbe_write(port, RBE_CTRL, rbe_read(port, RBE_CTRL) | RBE_CTRL_SLU | RBE_CTRL_ASDE);
    rbe_write(port, RBE_RXCSUM, RBE_RXCSUM_IPOFL | RBE_RXCSUM_TUOFL);
    rbe_write(port, RBE_TIPG, RBE_TIPG_COPPER);
    rbe_write(port, RBE_TCTL, RBE_TCTL_EN | RBE_TCTL_PSP | 15 << RBE_TCTL_CT_SHIFT |
                                  64 << RBE_TCTL_COLD_SHIFT);
    rbe_chip_filter(port);
}

bool rbe_chip_link(const struct rbe_port *port)
{
    uint32_t status = rbe_read(port, RBE_STATUS);

    return status != 0xffffffff && (status & RBE_STATUS_LU);
}
