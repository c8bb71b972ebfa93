/* Registers: reset, EEPROM, rings, filters (8254x SDM 13 and 14). */
#include <linux/delay.h>

#include "rbe.h"

enum { TRIES = 100, ADDRESS_WORDS = 3 };

static const u32 CAUSES =
    RBE_ICR_TXDW | RBE_ICR_LSC | RBE_ICR_RXDMT0 | RBE_ICR_RXO | RBE_ICR_RXT0;

void rbe_hw_mask(struct rbe_port *port)
{
    rbe_write(port, RBE_IMC, ~0u);
}

void rbe_hw_unmask(struct rbe_port *port)
{
    rbe_write(port, RBE_IMS, CAUSES);
}

// tag::reset[]
/*
 * Stops the device and makes it forget. The bus must be quiet before the reset (SDM 14.1),
 * and nothing may be read while it runs. -EIO if it does not come back.
 */
int rbe_hw_reset(struct rbe_port *port)
{
    int i;

    rbe_hw_mask(port);
    rbe_write(port, RBE_RCTL, 0);
    rbe_write(port, RBE_TCTL, 0);
    rbe_read(port, RBE_STATUS); /* what was posted has arrived */
    usleep_range(1000, 2000);
    rbe_write(port, RBE_CTRL, rbe_read(port, RBE_CTRL) | RBE_CTRL_RST);
    for (i = 0; i < TRIES; i++) {
        usleep_range(1000, 2000);
        if (!(rbe_read(port, RBE_CTRL) & RBE_CTRL_RST)) {
            rbe_hw_mask(port);
            rbe_read(port, RBE_ICR);
            return 0;
        }
    }
    return -EIO;
}
// end::reset[]

static int read_word(struct rbe_port *port, u32 word, u16 *value)
{
    int i;

    rbe_write(port, RBE_EERD, word << RBE_EERD_ADDRESS_SHIFT | RBE_EERD_START);
    for (i = 0; i < TRIES; i++) {
        u32 answer = rbe_read(port, RBE_EERD);

        if (answer == ~0u)
            return -ENODEV;
        if (answer & RBE_EERD_DONE) {
            *value = answer >> RBE_EERD_DATA_SHIFT;
            return 0;
        }
        usleep_range(50, 100);
    }
    return -EIO;
}

/* The first three words, low byte first (SDM 5.6.1). */
int rbe_hw_address(struct rbe_port *port, u8 address[ETH_ALEN])
{
    u16 value = 0;
    u32 word;
    int error;

    for (word = 0; word < ADDRESS_WORDS; word++) {
        error = read_word(port, word, &value);
        if (error)
            return error;
        address[2 * word] = value & 0xff;
        address[2 * word + 1] = value >> 8;
    }
    return is_valid_ether_addr(address) ? 0 : -EINVAL;
}

static void write_address(struct rbe_port *port, u32 entry, const u8 *address)
{
    u32 low = address[0] | address[1] << 8 | address[2] << 16 | (u32)address[3] << 24;

    rbe_write(port, RBE_RAL + 8 * entry, low);
    rbe_write(port, RBE_RAH + 8 * entry, address[4] | address[5] << 8 | RBE_RAH_AV);
}

// tag::rx-mode[]
/* Unicast addresses have entries of their own, and what exceeds them needs all (SDM 13.5). */
static u32 write_unicast(struct rbe_port *port)
{
    struct netdev_hw_addr *entry;
    u32 next = 0;

    write_address(port, next++, port->netdev->dev_addr);
    if (netdev_uc_count(port->netdev) >= RBE_RECEIVE_ADDRESSES)
        return RBE_RCTL_UPE;
    netdev_for_each_uc_addr(entry, port->netdev)
        write_address(port, next++, entry->addr);
    for (; next < RBE_RECEIVE_ADDRESSES; next++)
        rbe_write(port, RBE_RAH + 8 * next, 0);
    return 0;
}

/* Bits 47:36 of a group address choose one bit of the table (MO 0). */
static void write_multicast(struct rbe_port *port)
{
    struct netdev_hw_addr *entry;
    u32 table[RBE_MTA_ENTRIES] = {0}, i;

    netdev_for_each_mc_addr(entry, port->netdev) {
        u32 hash = entry->addr[4] >> 4 | entry->addr[5] << 4;

        table[hash >> 5] |= 1u << (hash & 0x1f);
    }
    for (i = 0; i < RBE_MTA_ENTRIES; i++)
        rbe_write(port, RBE_MTA + 4 * i, table[i]);
}

static u32 vlan_filter(const struct rbe_port *port)
{
    bool wanted = (port->netdev->features & NETIF_F_HW_VLAN_CTAG_FILTER) &&
                  !bitmap_empty(port->vlans, RBE_VLANS);

    return wanted ? RBE_RCTL_VFE : 0;
}

/* The stack holds the address lock: no sleeping. */
void rbe_hw_rx_mode(struct rbe_port *port)
{
    unsigned int flags = port->netdev->flags;
    u32 control = rbe_read(port, RBE_RCTL);

    control &= ~(RBE_RCTL_UPE | RBE_RCTL_MPE | RBE_RCTL_VFE);
    if (flags & IFF_PROMISC)
        control |= RBE_RCTL_UPE | RBE_RCTL_MPE;
    else
        control |= write_unicast(port) | vlan_filter(port);
    if (flags & IFF_ALLMULTI)
        control |= RBE_RCTL_MPE;
    write_multicast(port);
    rbe_write(port, RBE_RCTL, control);
}
// end::rx-mode[]

/* One register of the VLAN table, as the bitmap has it. */
void rbe_hw_vlan(struct rbe_port *port, u16 vid)
{
    u32 index = vid / 32, bit, value = 0;

    for (bit = 0; bit < 32; bit++)
        if (test_bit(index * 32 + bit, port->vlans))
            value |= 1u << bit;
    rbe_write(port, RBE_VFTA + 4 * index, value);
}

void rbe_hw_features(struct rbe_port *port, netdev_features_t features)
{
    u32 control = rbe_read(port, RBE_CTRL) & ~RBE_CTRL_VME;

    if (features & NETIF_F_HW_VLAN_CTAG_RX)
        control |= RBE_CTRL_VME;
    rbe_write(port, RBE_CTRL, control);
    rbe_write(port, RBE_RXCSUM,
              features & NETIF_F_RXCSUM ? RBE_RXCSUM_IPOFL | RBE_RXCSUM_TUOFL : 0);
}

static void start_transmitter(struct rbe_port *port)
{
    rbe_write(port, RBE_TDBAL, lower_32_bits(port->tx_address));
    rbe_write(port, RBE_TDBAH, upper_32_bits(port->tx_address));
    rbe_write(port, RBE_TDLEN, RBE_SLOTS * DP_SLOT_BYTES);
    rbe_write(port, RBE_TDH, 0);
    rbe_write(port, RBE_TDT, 0);
    rbe_write(port, RBE_TIPG, RBE_TIPG_COPPER);
    rbe_write(port, RBE_TIDV, 0);
    rbe_write(port, RBE_TCTL,
              RBE_TCTL_EN | RBE_TCTL_PSP | 15 << RBE_TCTL_CT_SHIFT | 64 << RBE_TCTL_COLD_SHIFT);
}

/* The tail is written by rbe_rx_fill, when the receiver is on and slots are posted. */
static void start_receiver(struct rbe_port *port)
{
    u32 control = RBE_RCTL_EN | RBE_RCTL_BAM | RBE_RCTL_BSIZE_2048 | RBE_RCTL_SECRC;

    if (port->netdev->mtu > ETH_DATA_LEN)
        control |= RBE_RCTL_LPE;
    rbe_write(port, RBE_RDBAL, lower_32_bits(port->rx_address));
    rbe_write(port, RBE_RDBAH, upper_32_bits(port->rx_address));
    rbe_write(port, RBE_RDLEN, RBE_SLOTS * DP_SLOT_BYTES);
    rbe_write(port, RBE_RDH, 0);
    rbe_write(port, RBE_RDT, 0);
    rbe_write(port, RBE_RDTR, 0);
    rbe_write(port, RBE_RCTL, control);
}

/* After a reset, with empty rings: all that the device has to know before it runs. */
void rbe_hw_start(struct rbe_port *port)
{
    u32 vid;

    rbe_write(port, RBE_CTRL,
              rbe_read(port, RBE_CTRL) | RBE_CTRL_SLU | RBE_CTRL_ASDE | RBE_CTRL_FD);
    for (vid = 0; vid < RBE_VLANS; vid += 32)
        rbe_hw_vlan(port, vid);
    rbe_hw_features(port, port->netdev->features);
    rbe_write(port, RBE_ITR, RBE_INTERVAL);
    start_transmitter(port);
    start_receiver(port);
}
