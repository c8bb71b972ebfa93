/* What ifconfig may ask: flags, MTU, groups, capabilities, media. NetBSD 10. */
#include "if_rbevar.h"

#define CHECKSUMS \
    (IFCAP_CSUM_IPv4_Tx | IFCAP_CSUM_IPv4_Rx | IFCAP_CSUM_TCPv4_Tx | IFCAP_CSUM_TCPv4_Rx | \
     IFCAP_CSUM_UDPv4_Tx | IFCAP_CSUM_UDPv4_Rx | IFCAP_CSUM_TCPv6_Tx | IFCAP_CSUM_TCPv6_Rx | \
     IFCAP_CSUM_UDPv6_Tx | IFCAP_CSUM_UDPv6_Rx)

// tag::announce[]
/* Offloads are the interface's, frame formats are Ethernet's: two words of capabilities. */
void rbe_announce(struct rbe_softc *sc)
{
    sc->ec.ec_if.if_capabilities = CHECKSUMS | IFCAP_TSOv4;
    sc->ec.ec_capabilities = ETHERCAP_VLAN_MTU | ETHERCAP_VLAN_HWTAGGING | ETHERCAP_JUMBO_MTU;
    sc->ec.ec_capenable |= ETHERCAP_VLAN_HWTAGGING; /* vlan(4) asks whether it is on */
}
// end::announce[]

// tag::multicast[]
/* The list has ranges; a filter of single addresses has to let everything in for one. */
static void add_groups(struct rbe_softc *sc)
{
    struct ether_multi *enm;
    struct ether_multistep step;

    ETHER_LOCK(&sc->ec);
    ETHER_FIRST_MULTI(step, &sc->ec, enm);
    while (enm != NULL) {
        if (memcmp(enm->enm_addrlo, enm->enm_addrhi, ETHER_ADDR_LEN) != 0)
            sc->filter.all_multicast = true;
        rbe_filter_add(&sc->filter, enm->enm_addrlo);
        ETHER_NEXT_MULTI(step, enm);
    }
    ETHER_UNLOCK(&sc->ec);
}

void rbe_update_filter(struct rbe_softc *sc)
{
    const struct ifnet *ifp = &sc->ec.ec_if;

    memset(&sc->filter, 0, sizeof(sc->filter));
    sc->filter.promiscuous = (sc->flags & IFF_PROMISC) != 0;
    sc->filter.all_multicast = (sc->flags & IFF_ALLMULTI) != 0;
    sc->filter.long_frames = ifp->if_mtu > ETHERMTU;
    sc->filter.tags = (sc->ec.ec_capenable & ETHERCAP_VLAN_HWTAGGING) != 0;
    sc->filter.checksums = ifp->if_csum_flags_rx != 0;
    add_groups(sc);
}
// end::multicast[]

static void filter_now(struct rbe_softc *sc)
{
    mutex_enter(&sc->lock);
    if (sc->running) {
        rbe_update_filter(sc);
        rbe_set_filter(&sc->registers, &sc->filter);
    }
    mutex_exit(&sc->lock);
}

// tag::flags[]
/* Called while the interface stays up. 0: done; ENETRESET: ether_ioctl(9) calls if_init. */
int rbe_flags_changed(struct ethercom *ec)
{
    struct rbe_softc *sc = ec->ec_if.if_softc;
    int changed = ec->ec_if.if_flags ^ sc->flags;

    if ((changed & ~(IFF_CANTCHANGE | IFF_DEBUG)) != 0)
        return ENETRESET;
    sc->flags = ec->ec_if.if_flags;
    filter_now(sc);
    return 0;
}
// end::flags[]

// tag::ioctl[]
/* ENETRESET is no error: the stack has taken the change, and the device must be told. */
static int tell_device(struct rbe_softc *sc, u_long command)
{
    switch (command) {
    case SIOCADDMULTI:
    case SIOCDELMULTI:
        filter_now(sc);
        return 0;
    case SIOCSIFCAP:
        return (sc->ec.ec_if.if_flags & IFF_RUNNING) != 0 ? rbe_init(&sc->ec.ec_if) : 0;
    default:
        return 0;
    }
}

int rbe_ioctl(struct ifnet *ifp, u_long command, void *data)
{
    struct rbe_softc *sc = ifp->if_softc;
    int error;

    switch (command) {
    case SIOCSIFMEDIA:
    case SIOCGIFMEDIA:
        return ifmedia_ioctl(ifp, data, &sc->media, command);
    case SIOCSDRVSPEC:
    case SIOCGDRVSPEC:
        return rbe_no_driver_parameters(sc);
    case SIOCSIFGENERIC:
    case SIOCGIFGENERIC:
        return rbe_no_generic_operations(sc);
    default:
        error = ether_ioctl(ifp, command, data);
        return error == ENETRESET ? tell_device(sc, command) : error;
    }
}
// end::ioctl[]

/* The only choice is what the PHY agreed upon. */
static int media_change(struct ifnet *ifp)
{
    struct rbe_softc *sc = ifp->if_softc;

    return IFM_SUBTYPE(sc->media.ifm_media) == IFM_AUTO ? 0 : rbe_no_fixed_media(sc);
}

static void media_status(struct ifnet *ifp, struct ifmediareq *request)
{
    struct rbe_softc *sc = ifp->if_softc;

    rbe_media_enter(&sc->lock);
    request->ifm_status = IFM_AVALID | (sc->link_up ? IFM_ACTIVE : 0);
    request->ifm_active = IFM_ETHER | (sc->link_up ? IFM_1000_T | IFM_FDX : IFM_NONE);
    rbe_media_exit(&sc->lock);
}

void rbe_media_init(struct rbe_softc *sc)
{
    rbe_media_begin(&sc->media, media_change, media_status, &sc->lock);
    ifmedia_add(&sc->media, IFM_ETHER | IFM_AUTO, 0, NULL);
    ifmedia_set(&sc->media, IFM_ETHER | IFM_AUTO);
}
