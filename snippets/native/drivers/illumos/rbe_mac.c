/* The entry points that MAC calls (mac(9E), mac_callbacks(9S)). illumos, GLDv3. */
#include "rbe.h"

// tag::startstop[]
static int rbe_m_start(void *arg)
{
    struct rbe *rbe = arg;
    int error;

    mutex_enter(&rbe->lock);
    error = rbe_start_locked(rbe);
    rbe->started = error == 0;
    rbe_exit(rbe);
    if (error == 0)
        rbe->tick = ddi_periodic_add(rbe_tick, rbe, NANOSEC, DDI_IPL_0);
    return (error);
}

/* Waits for a tick that runs now, which wants the lock: so the lock is not held. */
static void rbe_m_stop(void *arg)
{
    struct rbe *rbe = arg;

    ddi_periodic_delete(rbe->tick);
    mutex_enter(&rbe->lock);
    rbe->started = B_FALSE;
    rbe_stop_locked(rbe);
    rbe->link = LINK_STATE_UNKNOWN;
    rbe->later.link = B_TRUE;
    rbe_exit(rbe);
}
// end::startstop[]

static void filter_changed(struct rbe *rbe)
{
    if (rbe->running)
        rbe_set_filter(rbe);
}

static int rbe_m_setpromisc(void *arg, boolean_t on)
{
    struct rbe *rbe = arg;

    mutex_enter(&rbe->lock);
    rbe->filter.promiscuous = on;
    filter_changed(rbe);
    mutex_exit(&rbe->lock);
    return (0);
}

// tag::groups[]
static uint_t find_group(const struct rbe_filter *filter, const uint8_t *address)
{
    uint_t i = 0;

    while (i < filter->count && bcmp(filter->groups[i], address, ETHERADDRL) != 0)
        i++;
    return (i);
}

static int change_group(struct rbe_filter *filter, boolean_t add, const uint8_t *address)
{
    uint_t at = find_group(filter, address);

    if (add && at == RBE_GROUPS)
        return (ENOSPC);
    if (add && at == filter->count)
        bcopy(address, filter->groups[filter->count++], ETHERADDRL);
    else if (!add && at < filter->count)
        bcopy(filter->groups[--filter->count], filter->groups[at], ETHERADDRL);
    return (0);
}

/* Addresses are kept, not bits: two may share a bit of the table, and one of them may go. */
static int rbe_m_multicst(void *arg, boolean_t add, const uint8_t *address)
{
    struct rbe *rbe = arg;
    int error;

    if ((address[0] & 1) == 0)
        return (EINVAL);
    mutex_enter(&rbe->lock);
    error = change_group(&rbe->filter, add, address);
    filter_changed(rbe);
    mutex_exit(&rbe->lock);
    return (error);
}
// end::groups[]

static int rbe_m_unicst(void *arg, const uint8_t *address)
{
    struct rbe *rbe = arg;

    mutex_enter(&rbe->lock);
    bcopy(address, rbe->filter.address, ETHERADDRL);
    filter_changed(rbe);
    mutex_exit(&rbe->lock);
    return (0);
}

// tag::capabilities[]
/* Asked once; what is unknown here is not supported. The pseudo header is left to the stack. */
static boolean_t rbe_m_getcapab(void *arg, mac_capab_t capability, void *data)
{
    mac_capab_lso_t *lso = data;

    switch (capability) {
    case MAC_CAPAB_HCKSUM:
        *(uint32_t *)data = HCKSUM_INET_PARTIAL | HCKSUM_IPHDRCKSUM;
        return (B_TRUE);
    case MAC_CAPAB_LSO:
        lso->lso_flags = LSO_TX_BASIC_TCP_IPV4;
        lso->lso_basic_tcp_ipv4.lso_max = RBE_LSO_BYTES - RBE_HEADERS;
        return (B_TRUE);
    case MAC_CAPAB_RINGS:
        return (rbe_no_rings());
    case MAC_CAPAB_SHARES:
        return (rbe_no_shares());
    case MAC_CAPAB_TRANSCEIVER:
        return (rbe_no_transceiver());
    case MAC_CAPAB_LED:
        return (rbe_no_led());
    default:
        return (B_FALSE);
    }
}
// end::capabilities[]

mac_callbacks_t rbe_callbacks = {
    .mc_callbacks = MC_GETCAPAB | MC_SETPROP | MC_GETPROP | MC_PROPINFO,
    .mc_getstat = rbe_m_getstat,
    .mc_start = rbe_m_start,
    .mc_stop = rbe_m_stop,
    .mc_setpromisc = rbe_m_setpromisc,
    .mc_multicst = rbe_m_multicst,
    .mc_unicst = rbe_m_unicst,
    .mc_tx = rbe_m_tx,
    .mc_getcapab = rbe_m_getcapab,
    .mc_setprop = rbe_m_setprop,
    .mc_getprop = rbe_m_getprop,
    .mc_propinfo = rbe_m_propinfo};
