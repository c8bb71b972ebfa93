/* Statistics and properties: mc_getstat(9E), mc_getprop(9E), mc_setprop(9E). illumos, GLDv3. */
#include "rbe.h"

static const uint64_t GIGABIT = 1000000000ull;

static int statistic(const struct rbe *rbe, uint_t stat, uint64_t *value)
{
    boolean_t up = rbe->link == LINK_STATE_UP;

    switch (stat) {
    case MAC_STAT_IFSPEED: *value = up ? GIGABIT : 0; break;
    case MAC_STAT_MULTIRCV: *value = rbe->multicast; break;
    case MAC_STAT_BRDCSTRCV: *value = rbe->broadcast; break;
    case MAC_STAT_NORCVBUF: *value = rbe->no_receive + rbe->rx.no_buffer + rbe->missed; break;
    case MAC_STAT_IERRORS:
        *value = rbe->rx.damaged + rbe->rx.oversize + rbe->crc_errors;
        break;
    case MAC_STAT_NOXMTBUF: *value = rbe->no_transmit; break;
    case MAC_STAT_OERRORS: *value = rbe->bad_transmit; break;
    case MAC_STAT_RBYTES: *value = rbe->rx.bytes; break;
    case MAC_STAT_IPACKETS: *value = rbe->rx.received; break;
    case MAC_STAT_OBYTES: *value = rbe->sent_bytes; break;
    case MAC_STAT_OPACKETS: *value = rbe->tx.completed; break;
    case ETHER_STAT_FCS_ERRORS: *value = rbe->crc_errors; break;
    case ETHER_STAT_XCVR_INUSE: *value = XCVR_1000T; break;
    case ETHER_STAT_LINK_DUPLEX: *value = up ? LINK_DUPLEX_FULL : LINK_DUPLEX_UNKNOWN; break;
    default: return (ENOTSUP);
    }
    return (0);
}

int rbe_m_getstat(void *arg, uint_t stat, uint64_t *value)
{
    struct rbe *rbe = arg;
    int error;

    mutex_enter(&rbe->lock);
    error = statistic(rbe, stat, value);
    mutex_exit(&rbe->lock);
    return (error);
}

// tag::mtu[]
/* MAC may refuse. mac_maxsdu_update is one of the few calls allowed with the lock held. */
static int set_mtu(struct rbe *rbe, uint32_t mtu)
{
    int error;

    if (mtu < ETHERMIN || mtu > RBE_LARGEST_MTU)
        return (EINVAL);
    if (rbe->started)
        return (EBUSY);
    error = mac_maxsdu_update(rbe->mac, mtu);
    if (error == 0) {
        rbe->mtu = mtu;
        rbe->filter.long_frames = mtu > ETHERMTU;
    }
    return (error);
}
// end::mtu[]

int rbe_m_setprop(void *arg, const char *name, mac_prop_id_t id, uint_t bytes, const void *value)
{
    struct rbe *rbe = arg;
    uint32_t mtu;
    int error;

    switch (id) {
    case MAC_PROP_MTU:
        if (bytes < sizeof (mtu))
            return (EOVERFLOW);
        bcopy(value, &mtu, sizeof (mtu));
        mutex_enter(&rbe->lock);
        error = set_mtu(rbe, mtu);
        mutex_exit(&rbe->lock);
        return (error);
    case MAC_PROP_AUTONEG:
    case MAC_PROP_EN_1000FDX_CAP:
    case MAC_PROP_FLOWCTRL:
        return (rbe_no_negotiation());
    case MAC_PROP_EN_FEC_CAP:
        return (rbe_no_error_correction());
    default:
        return (ENOTSUP);
    }
}

static int copy_value(const void *from, uint_t size, void *to, uint_t room)
{
    if (room < size)
        return (EOVERFLOW);
    bcopy(from, to, size);
    return (0);
}

int rbe_m_getprop(void *arg, const char *name, mac_prop_id_t id, uint_t bytes, void *value)
{
    struct rbe *rbe = arg;
    link_state_t link;
    link_duplex_t duplex;
    uint32_t mtu;
    uint64_t speed;

    mutex_enter(&rbe->lock);
    link = rbe->link;
    mtu = rbe->mtu;
    mutex_exit(&rbe->lock);
    duplex = link == LINK_STATE_UP ? LINK_DUPLEX_FULL : LINK_DUPLEX_UNKNOWN;
    speed = link == LINK_STATE_UP ? GIGABIT : 0;
    switch (id) {
    case MAC_PROP_STATUS: return (copy_value(&link, sizeof (link), value, bytes));
    case MAC_PROP_DUPLEX: return (copy_value(&duplex, sizeof (duplex), value, bytes));
    case MAC_PROP_SPEED: return (copy_value(&speed, sizeof (speed), value, bytes));
    case MAC_PROP_MTU: return (copy_value(&mtu, sizeof (mtu), value, bytes));
    default: return (ENOTSUP);
    }
}

void rbe_m_propinfo(void *arg, const char *name, mac_prop_id_t id, mac_prop_info_handle_t info)
{
    switch (id) {
    case MAC_PROP_MTU:
        mac_prop_info_set_default_uint32(info, ETHERMTU);
        mac_prop_info_set_range_uint32(info, ETHERMIN, RBE_LARGEST_MTU);
        break;
    case MAC_PROP_STATUS:
    case MAC_PROP_DUPLEX:
    case MAC_PROP_SPEED:
        mac_prop_info_set_perm(info, MAC_PROP_PERM_READ);
        break;
    default:
        break;
    }
}
