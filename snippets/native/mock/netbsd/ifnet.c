/* ifnet(9), ether_ifattach(9): the interface from if_initialize to if_detach. */
#include <stdio.h>
#include <stdlib.h>

#include <net/bpf.h>
#include <net/if_dl.h>
#include <net/if_stats.h>
#include <sys/sockio.h>

#include "ifnet_mock.h"
#include "memory.h"
#include "rule.h"

static struct ifnet *interface;
static long tapped;
static bool locked;       /* IFNET_LOCK, under which a thread may sleep */
static int flags_as_left; /* if_flags, when it was last let go */

struct ifnet *mock_interface(void)
{
    return interface;
}

bool mock_is_attached(void)
{
    return interface != NULL;
}

bool mock_takes_calls(void)
{
    return interface && interface->mock->registered;
}

bool mock_link_is_up(void)
{
    return interface && interface->mock->link == LINK_STATE_UP;
}

long mock_tapped(void)
{
    return tapped;
}

/* Waits for memory: a failure that was chosen strikes once. */
static void *take_surely(size_t bytes, const char *what)
{
    void *memory = memory_take(bytes, what);

    return memory ? memory : memory_take(bytes, what);
}

void if_initialize(struct ifnet *ifp)
{
    mock_may_sleep("if_initialize");
    rule_require(!interface, "netbsd/initialize-twice", "ifnet(9)", "if_initialize, and again");
    rule_require(ifp->if_xname[0] && ifp->if_softc, "netbsd/initialize-incomplete", "ifnet(9)",
                 "if_initialize before if_xname and if_softc are set");
    ifp->mock = take_surely(sizeof *ifp->mock, "if_initialize");
    mutex_init(&ifp->mock->queue_lock, MUTEX_DEFAULT, IPL_NET);
    ifp->if_snd.ifq_lock = &ifp->mock->queue_lock;
#if __NetBSD_Version__ < 1000000000
    ifp->if_ioctl_lock = &ifp->mock->ioctl_lock;
#endif
    mutex_init(&ifp->mock->ioctl_lock, MUTEX_DEFAULT, IPL_NONE);
    ifp->if_index = MOCK_INDEX;
    interface = ifp;
}

static struct sockaddr_dl *link_address(const struct ifnet *ifp, const uint8_t *address)
{
    struct sockaddr_dl *link = take_surely(sizeof *link, "ether_ifattach");
    size_t length = strlen(ifp->if_xname);

    link->sdl_family = AF_LINK;
    link->sdl_index = ifp->if_index;
    link->sdl_nlen = (uint8_t)length;
    link->sdl_alen = ETHER_ADDR_LEN;
    memcpy(link->sdl_data, ifp->if_xname, length);
    memcpy(link->sdl_data + length, address, ETHER_ADDR_LEN);
    return link;
}

void ether_ifattach(struct ifnet *ifp, const uint8_t *address)
{
    struct ethercom *ec = (struct ethercom *)ifp;

    mock_may_sleep("ether_ifattach");
    rule_require(ifp == interface, "netbsd/ifattach-order", "ethersubr(9)",
                 "ether_ifattach before if_initialize");
    rule_require(ifp->if_init && ifp->if_stop && ifp->if_ioctl && ifp->if_start,
                 "netbsd/ifattach-incomplete", "ifnet(9)",
                 "ether_ifattach before if_init, if_stop, if_ioctl and if_start are set");
    mutex_init(&ifp->mock->groups_lock, MUTEX_DEFAULT, IPL_NET);
#if __NetBSD_Version__ >= 1000000000
    ec->ec_lock = &ifp->mock->groups_lock;
#else
    ec->ec_nvlans = 1; /* a VLAN on top, else there are no tags */
#endif
    (void)ec;
    ifp->mock->address = link_address(ifp, address);
    ifp->if_sadl = ifp->mock->address;
    ifp->if_mtu = ETHERMTU;
    ifp->mock->ether = true;
}

/* From here on it can be called: at once somebody asks for its media. */
void if_register(struct ifnet *ifp)
{
    struct ifreq request = {.ifr_mtu = 0};

    mock_may_sleep("if_register");
    rule_require(ifp == interface && ifp->mock->ether && !ifp->mock->registered,
                 "netbsd/register-order", "ifnet(9)",
                 "if_register comes once, after if_initialize and ether_ifattach");
    ifp->mock->registered = true;
    flags_as_left = ifp->if_flags;
    (void)ifp->if_ioctl(ifp, SIOCGIFMEDIA, &request);
    mock_check_returned("if_ioctl");
}

#if __NetBSD_Version__ >= 1000000000
void mock_ifnet_lock(struct ifnet *ifp)
{
    mock_may_sleep("IFNET_LOCK");
    rule_require(ifp == interface && !locked, "netbsd/ifnet-lock", "net/if.h",
                 "IFNET_LOCK of one that is locked already, or is not there");
    locked = true;
}

void mock_ifnet_unlock(struct ifnet *ifp)
{
    rule_require(locked, "netbsd/ifnet-lock", "net/if.h", "IFNET_UNLOCK of one not locked");
    locked = false;
    flags_as_left = ifp->if_flags;
}

void mock_check_flags(const char *after)
{
    rule_require(!interface || !interface->mock->registered || locked ||
                     interface->if_flags == flags_as_left,
                 "netbsd/flags-without-lock", "net/if.h",
                 "if_flags changed without IFNET_LOCK; seen after %s", after);
}
#else
void mock_check_flags(const char *after)
{
    (void)after, (void)locked;
}
#endif

static int enxio(struct ifnet *ifp, u_long command, void *data)
{
    (void)ifp, (void)command, (void)data;
    return ENXIO;
}

void ether_ifdetach(struct ifnet *ifp)
{
    mock_may_sleep("ether_ifdetach");
    rule_require(ifp == interface && ifp->mock->ether, "netbsd/ifdetach-order", "ethersubr(9)",
                 "ether_ifdetach of an interface that ether_ifattach has not had");
    mock_check_flags("what came before ether_ifdetach");
    ifp->if_ioctl = enxio;
    mock_forget_groups((struct ethercom *)ifp);
    ifp->mock->ether = ifp->mock->registered = false;
}

static void purge(struct ifaltq *queue)
{
    struct mbuf *m;

    while ((m = mock_ifq_dequeue(queue)) != NULL)
        m_freem(m);
}

void if_detach(struct ifnet *ifp)
{
    struct mock_interface *mock = ifp->mock;

    mock_may_sleep("if_detach");
    rule_require(ifp == interface && !mock->ether, "netbsd/ifdetach-order", "ifnet(9)",
                 "if_detach before ether_ifdetach");
    ifp->if_start(ifp); /* a frame that was under way; the last call */
    mock_check_returned("if_start");
    purge(&ifp->if_snd);
    ifp->if_start = NULL;
    mutex_destroy(&mock->groups_lock);
    mutex_destroy(&mock->queue_lock);
    mutex_destroy(&mock->ioctl_lock);
    memory_give(mock->address, "if_detach");
    memory_give(mock, "if_detach");
    ifp->mock = NULL;
    interface = NULL;
}

void if_link_state_change(struct ifnet *ifp, int state)
{
    rule_require(ifp == interface, "netbsd/link-state-detached", "ifnet(9)",
                 "if_link_state_change of an interface that is not there");
    ifp->mock->link = state;
}

struct mbuf *mock_ifq_dequeue(struct ifaltq *queue)
{
    struct mbuf *m;

    rule_require(queue->ifq_lock, "netbsd/queue-not-initialised", "ifnet(9)",
                 "if_snd is used before if_initialize");
    mutex_enter(queue->ifq_lock);
    m = queue->ifq_head;
    if (m) {
        queue->ifq_head = m->m_nextpkt;
        m->m_nextpkt = NULL;
        queue->ifq_len--;
    }
    mutex_exit(queue->ifq_lock);
    return m;
}

static int enqueue(struct ifaltq *queue, struct mbuf *m)
{
    rule_require(queue->ifq_maxlen > 0, "netbsd/queue-without-length", "ifnet(9)",
                 "if_snd has no length: IFQ_SET_MAXLEN");
    if (queue->ifq_len >= queue->ifq_maxlen) {
        queue->ifq_drops++;
        m_freem(m);
        return ENOBUFS;
    }
    *(queue->ifq_head ? &queue->ifq_tail->m_nextpkt : &queue->ifq_head) = m;
    queue->ifq_tail = m;
    queue->ifq_len++;
    return 0;
}

int mock_transmit(struct mbuf *m)
{
    int error = enqueue(&interface->if_snd, m);

    if (error == 0) {
        interface->if_start(interface);
        mock_check_returned("if_start");
    }
    return error;
}

int mock_transmit_soft(struct mbuf *m)
{
    int error;

    rule_context = CONTEXT_SOFT;
    error = mock_transmit(m);
    rule_context = CONTEXT_THREAD;
    return error;
}

#if __NetBSD_Version__ >= 1000000000
void bpf_mtap(struct ifnet *ifp, struct mbuf *m, u_int direction)
{
    rule_require(direction == BPF_D_OUT, "netbsd/tap-direction", "bpf(4)",
                 "a driver taps what it sends; what it receives, the stack does");
    (void)ifp;
    rule_require(mock_mbuf_is_live(m), "netbsd/tap-after-free", "bpf(4)",
                 "bpf reads a packet that is free");
    tapped++;
}

void mock_count_received(struct ifnet *ifp)
{
    if_statinc(ifp, if_ipackets);
}

uint64_t mock_count(enum mock_counter counter)
{
    return interface->counters[counter];
}
#else
void bpf_mtap(struct ifnet *ifp, struct mbuf *m)
{
    (void)ifp;
    rule_require(mock_mbuf_is_live(m), "netbsd/tap-after-free", "bpf(4)",
                 "bpf reads a packet that is free");
    tapped += m->m_pkthdr.index == 0; /* one that is sent */
}

void mock_count_received(struct ifnet *ifp)
{
    (void)ifp;
}

uint64_t mock_count(enum mock_counter counter)
{
    const uint64_t counters[] = {interface->if_ipackets, interface->if_ierrors,
                                 interface->if_opackets, interface->if_oerrors};

    return counters[counter];
}
#endif

int mock_interface_leaks(void)
{
    if (interface)
        fprintf(stderr, "leak: the interface\n");
    return interface != NULL;
}
