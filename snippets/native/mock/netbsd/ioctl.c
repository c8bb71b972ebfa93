/* ether_ioctl(9) and what comes down to it from ifconfig(8). */
#include <stdlib.h>

#include <sys/sockio.h>

#include "ifnet_mock.h"
#include "memory.h"
#include "rule.h"

void mock_check_groups(const struct ethercom *ec)
{
#if __NetBSD_Version__ >= 1000000000
    rule_require(mutex_owned(ec->ec_lock), "netbsd/groups-without-lock", "ethersubr(9)",
                 "ETHER_FIRST_MULTI without ETHER_LOCK");
#else
    (void)ec;
#endif
}

void mock_forget_groups(struct ethercom *ec)
{
    struct ether_multi *next;

    for (; ec->groups; ec->groups = next) {
        next = ec->groups->next;
        memory_give(ec->groups, "ether_multi");
    }
}

void ether_set_ifflags_cb(struct ethercom *ec, ether_cb_t changed)
{
    ec->ec_ifflags_cb = changed;
}

static int checksums_of(uint64_t enabled, uint64_t ip4, uint64_t tcp4, uint64_t udp4,
                        uint64_t tcp6, uint64_t udp6)
{
    return (enabled & ip4 ? M_CSUM_IPv4 : 0) | (enabled & tcp4 ? M_CSUM_TCPv4 : 0) |
           (enabled & udp4 ? M_CSUM_UDPv4 : 0) | (enabled & tcp6 ? M_CSUM_TCPv6 : 0) |
           (enabled & udp6 ? M_CSUM_UDPv6 : 0);
}

static int set_capabilities(struct ifnet *ifp, const struct ifcapreq *request)
{
    uint64_t enabled = request->ifcr_capenable;

    if (enabled & ~ifp->if_capabilities)
        return EINVAL;
    ifp->if_capenable = enabled;
    ifp->if_csum_flags_tx =
        checksums_of(enabled, IFCAP_CSUM_IPv4_Tx, IFCAP_CSUM_TCPv4_Tx, IFCAP_CSUM_UDPv4_Tx,
                     IFCAP_CSUM_TCPv6_Tx, IFCAP_CSUM_UDPv6_Tx);
    ifp->if_csum_flags_rx =
        checksums_of(enabled, IFCAP_CSUM_IPv4_Rx, IFCAP_CSUM_TCPv4_Rx, IFCAP_CSUM_UDPv4_Rx,
                     IFCAP_CSUM_TCPv6_Rx, IFCAP_CSUM_UDPv6_Rx);
    return ENETRESET;
}

int mock_ifioctl_common(struct ifnet *ifp, u_long command, void *data)
{
    const struct ifreq *request = data;

    switch (command) {
    case SIOCSIFFLAGS:
        ifp->if_flags = (short)((ifp->if_flags & IFF_CANTCHANGE) |
                                (request->ifr_flags & ~IFF_CANTCHANGE));
        return 0;
    case SIOCSIFMTU:
        ifp->if_mtu = (uint64_t)request->ifr_mtu;
        return ENETRESET;
    case SIOCSIFCAP:
        return set_capabilities(ifp, data);
    default:
        return ENOTTY;
    }
}

static int set_mtu(struct ethercom *ec, struct ifreq *request)
{
    struct ifnet *ifp = &ec->ec_if;
    int most = ec->ec_capabilities & ETHERCAP_JUMBO_MTU ? ETHERMTU_JUMBO : ETHERMTU;

    if (request->ifr_mtu < ETHERMIN || request->ifr_mtu > most)
        return EINVAL;
    (void)mock_ifioctl_common(ifp, SIOCSIFMTU, request);
    return ifp->if_flags & IFF_UP ? ifp->if_init(ifp) : 0;
}

static int set_flags(struct ethercom *ec, struct ifreq *request)
{
    struct ifnet *ifp = &ec->ec_if;
    int error;

    (void)mock_ifioctl_common(ifp, SIOCSIFFLAGS, request);
    switch (ifp->if_flags & (IFF_UP | IFF_RUNNING)) {
    case IFF_RUNNING:
        ifp->if_stop(ifp, 1);
        return 0;
    case IFF_UP:
        return ifp->if_init(ifp);
    case IFF_UP | IFF_RUNNING:
        error = ec->ec_ifflags_cb ? ec->ec_ifflags_cb(ec) : ENETRESET;
        return error == ENETRESET ? ifp->if_init(ifp) : error;
    default:
        return 0;
    }
}

/* In the request's address: the first of the range, and the last behind it. */
static int add_group(struct ethercom *ec, const struct ifreq *request)
{
    struct ether_multi *group = memory_take(sizeof *group, "ether_multi");

    if (!group)
        return ENOBUFS;
    memcpy(group->enm_addrlo, request->ifr_addr.sa_data, ETHER_ADDR_LEN);
    memcpy(group->enm_addrhi, request->ifr_addr.sa_data + ETHER_ADDR_LEN, ETHER_ADDR_LEN);
    group->next = ec->groups;
    ec->groups = group;
    return ENETRESET;
}

static int delete_group(struct ethercom *ec, const struct ifreq *request)
{
    struct ether_multi **link = &ec->groups, *group;

    while (*link && memcmp((*link)->enm_addrlo, request->ifr_addr.sa_data, 12) != 0)
        link = &(*link)->next;
    group = *link;
    if (!group)
        return ENXIO;
    *link = group->next;
    memory_give(group, "ether_multi");
    return ENETRESET;
}

int ether_ioctl(struct ifnet *ifp, u_long command, void *data)
{
    struct ethercom *ec = (struct ethercom *)ifp;

    mock_may_sleep("ether_ioctl(9), which may call if_init,");
    switch (command) {
    case SIOCSIFMTU:
        return set_mtu(ec, data);
    case SIOCSIFFLAGS:
        return set_flags(ec, data);
    case SIOCADDMULTI:
        return add_group(ec, data);
    case SIOCDELMULTI:
        return delete_group(ec, data);
    default:
        return mock_ifioctl_common(ifp, command, data);
    }
}

/* What a user does: ifioctl takes IFNET_LOCK for it. */

#if __NetBSD_Version__ >= 1000000000
static void lock_interface(struct ifnet *ifp)
{
    IFNET_LOCK(ifp);
}

static void unlock_interface(struct ifnet *ifp)
{
    IFNET_UNLOCK(ifp);
}
#else
static void lock_interface(struct ifnet *ifp)
{
    (void)ifp;
}

static void unlock_interface(struct ifnet *ifp)
{
    (void)ifp;
}
#endif

int mock_ioctl(u_long command, void *data)
{
    struct ifnet *ifp = mock_interface();
    int error;

    lock_interface(ifp);
    error = ifp->if_ioctl(ifp, command, data);
    mock_check_returned("if_ioctl");
    unlock_interface(ifp);
    return error;
}

int mock_set_flag(int flag, bool on)
{
    struct ifnet *ifp = mock_interface();
    struct ifreq request = {.ifr_flags = (short)(on ? ifp->if_flags | flag
                                                    : ifp->if_flags & ~flag)};

    if (flag & IFF_CANTCHANGE) { /* ifpromisc(9) sets it itself */
        lock_interface(ifp);
        ifp->if_flags = request.ifr_flags;
        unlock_interface(ifp);
    }
    return mock_ioctl(SIOCSIFFLAGS, &request);
}

int mock_up(bool up)
{
    return mock_set_flag(IFF_UP, up);
}

int mock_set_mtu(int mtu)
{
    struct ifreq request = {.ifr_mtu = mtu};

    return mock_ioctl(SIOCSIFMTU, &request);
}

int mock_set_capabilities(uint64_t wanted)
{
    struct ifcapreq request = {.ifcr_capenable = wanted};

    return mock_ioctl(SIOCSIFCAP, &request);
}

int mock_set_media(int word)
{
    struct ifreq request = {.ifr_media = word};

    return mock_ioctl(SIOCSIFMEDIA, &request);
}

static int change_groups(u_long command, const uint8_t first[6], const uint8_t last[6])
{
    struct ifreq request = {.ifr_mtu = 0};

    memcpy(request.ifr_addr.sa_data, first, ETHER_ADDR_LEN);
    memcpy(request.ifr_addr.sa_data + ETHER_ADDR_LEN, last, ETHER_ADDR_LEN);
    return mock_ioctl(command, &request);
}

int mock_add_group(const uint8_t first[6], const uint8_t last[6])
{
    return change_groups(SIOCADDMULTI, first, last);
}

int mock_delete_group(const uint8_t first[6], const uint8_t last[6])
{
    return change_groups(SIOCDELMULTI, first, last);
}
