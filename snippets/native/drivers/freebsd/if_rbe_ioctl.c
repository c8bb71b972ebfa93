/* What ifconfig may ask: flags, MTU, groups, capabilities, media. FreeBSD 15. */
#include "if_rbe_intr.h"

#include <net/if_dl.h>
#include <net/if_vlan_var.h>

enum {
    SUPPORTED = IFCAP_VLAN_MTU | IFCAP_VLAN_HWTAGGING | IFCAP_VLAN_HWCSUM | IFCAP_JUMBO_MTU |
                IFCAP_HWCSUM | IFCAP_HWCSUM_IPV6 | IFCAP_TSO4 | IFCAP_VLAN_HWTSO | IFCAP_LINKSTATE
};

static int assist(int enabled)
{
    int bits = 0;

    if (enabled & IFCAP_TXCSUM)
        bits |= CSUM_IP | CSUM_IP_TCP | CSUM_IP_UDP;
    if (enabled & IFCAP_TXCSUM_IPV6)
        bits |= CSUM_IP6_TCP | CSUM_IP6_UDP;
    if (enabled & IFCAP_TSO4)
        bits |= CSUM_IP_TSO;
    return (bits);
}

// tag::announce[]
void rbe_announce(struct rbe_softc *sc)
{
    if_setcapabilities(sc->ifp, SUPPORTED);
    if_setcapenable(sc->ifp, SUPPORTED);
    if_sethwassist(sc->ifp, assist(SUPPORTED));
    if_setifheaderlen(sc->ifp, sizeof(struct ether_vlan_header));
    if_sethwtsomax(sc->ifp, RBE_TSO_BYTES - ETHER_HDR_LEN - ETHER_VLAN_ENCAP_LEN);
    if_sethwtsomaxsegcount(sc->ifp, RBE_TX_SEGMENTS - 1); /* one is for the headers */
    if_sethwtsomaxsegsize(sc->ifp, RBE_SEGMENT_BYTES);
}
// end::announce[]

// tag::multicast[]
static u_int add_group(void *arg, struct sockaddr_dl *address, u_int count __unused)
{
    rbe_filter_add(arg, (const uint8_t *)LLADDR(address));
    return (1);
}

void rbe_update_filter(struct rbe_softc *sc)
{
    int enabled = if_getcapenable(sc->ifp), flags = if_getflags(sc->ifp);

    memset(&sc->filter, 0, sizeof(sc->filter));
    sc->filter.promiscuous = (flags & IFF_PROMISC) != 0;
    sc->filter.all_multicast = (flags & IFF_ALLMULTI) != 0;
    sc->filter.long_frames = if_getmtu(sc->ifp) > ETHERMTU;
    sc->filter.tags = (enabled & IFCAP_VLAN_HWTAGGING) != 0;
    sc->filter.checksums = (enabled & (IFCAP_RXCSUM | IFCAP_RXCSUM_IPV6)) != 0;
    if_foreach_llmaddr(sc->ifp, add_group, &sc->filter);
}
// end::multicast[]

static int set_mtu(struct rbe_softc *sc, int mtu)
{
    int error = 0;

    if (mtu < ETHERMIN || mtu > RBE_LARGEST_MTU)
        return (EINVAL);
    RBE_LOCK(sc);
    if_setmtu(sc->ifp, mtu);
    if (rbe_is_running(sc))
        error = rbe_init_locked(sc);
    RBE_UNLOCK(sc);
    return (error);
}

// tag::up-down[]
static int set_flags(struct rbe_softc *sc)
{
    int error = 0;

    RBE_LOCK(sc);
    if ((if_getflags(sc->ifp) & IFF_UP) == 0) {
        if (rbe_is_running(sc))
            rbe_stop_locked(sc);
    } else if (!rbe_is_running(sc)) {
        error = rbe_init_locked(sc);
    } else {
        rbe_update_filter(sc);
        rbe_set_filter(sc->registers, &sc->filter);
    }
    RBE_UNLOCK(sc);
    return (error);
}
// end::up-down[]

static int set_groups(struct rbe_softc *sc)
{
    RBE_LOCK(sc);
    if (rbe_is_running(sc)) {
        rbe_update_filter(sc);
        rbe_set_filter(sc->registers, &sc->filter);
    }
    RBE_UNLOCK(sc);
    return (0);
}

// tag::capabilities[]
/* The sums of segments can only be the device's work: no TSO4 without TXCSUM. */
static int that_hold_together(int wanted)
{
    return (wanted & IFCAP_TXCSUM ? wanted : wanted & ~IFCAP_TSO4);
}

/* The stack sees capenable and hwassist; both change under the lock, or frames slip between. */
static int set_capabilities(struct rbe_softc *sc, int wanted)
{
    int changed = that_hold_together(wanted) ^ if_getcapenable(sc->ifp), error = 0;

    changed &= if_getcapabilities(sc->ifp);
    if (changed == 0)
        return (0);
    RBE_LOCK(sc);
    if_togglecapenable(sc->ifp, changed);
    if_sethwassist(sc->ifp, assist(if_getcapenable(sc->ifp)));
    if (rbe_is_running(sc) &&
        (changed & (IFCAP_RXCSUM | IFCAP_RXCSUM_IPV6 | IFCAP_VLAN_HWTAGGING)) != 0)
        error = rbe_init_locked(sc);
    RBE_UNLOCK(sc);
    if_vlancap(sc->ifp); /* tells the VLANs on top: it takes their locks, so not with ours */
    return (error);
}
// end::capabilities[]

// tag::ioctl[]
int rbe_ioctl(if_t ifp, u_long command, caddr_t data)
{
    struct rbe_softc *sc = if_getsoftc(ifp);
    struct ifreq *request = (struct ifreq *)data;

    switch (command) {
    case SIOCSIFMTU:
        return (set_mtu(sc, request->ifr_mtu));
    case SIOCSIFFLAGS:
        return (set_flags(sc));
    case SIOCADDMULTI:
    case SIOCDELMULTI:
        return (set_groups(sc));
    case SIOCSIFCAP:
        return (set_capabilities(sc, request->ifr_reqcap));
    case SIOCSIFMEDIA:
    case SIOCGIFMEDIA:
        return (ifmedia_ioctl(ifp, request, &sc->media, command));
    case SIOCGI2C:
        return (rbe_no_module_eeprom(sc));
    case SIOCGIFRSSKEY:
    case SIOCGIFRSSHASH:
        return (rbe_no_receive_hash(sc));
    default:
        return (ether_ioctl(ifp, command, data));
    }
}
// end::ioctl[]

/* The only choice is what the PHY agreed upon. */
static int media_change(if_t ifp)
{
    struct rbe_softc *sc = if_getsoftc(ifp);

    return (IFM_SUBTYPE(sc->media.ifm_media) == IFM_AUTO ? 0 : EINVAL);
}

static void media_status(if_t ifp, struct ifmediareq *request)
{
    struct rbe_softc *sc = if_getsoftc(ifp);

    RBE_LOCK(sc);
    request->ifm_status = IFM_AVALID | (sc->link_up ? IFM_ACTIVE : 0);
    request->ifm_active = IFM_ETHER | (sc->link_up ? IFM_1000_T | IFM_FDX : IFM_NONE);
    RBE_UNLOCK(sc);
}

void rbe_media_init(struct rbe_softc *sc)
{
    ifmedia_init(&sc->media, IFM_IMASK, media_change, media_status);
    ifmedia_add(&sc->media, IFM_ETHER | IFM_AUTO, 0, NULL);
    ifmedia_set(&sc->media, IFM_ETHER | IFM_AUTO);
}
