/* ifnet(9), ether_ifattach(9): what the stack does with a driver. */
#include <stdio.h>
#include <stdlib.h>

#include <net/if_var.h>
#include <sys/sockio.h>

#include "mock.h"
#include "rule.h"

enum { MOST_GROUPS = 16 };

struct ifnet {
    void *softc;
    int flags, driver_flags, capabilities, enabled, assist, mtu, link;
    if_init_fn_t init;
    if_ioctl_fn_t ioctl;
    if_transmit_fn_t transmit;
    if_qflush_fn_t qflush;
    if_get_counter_t counter;
    if_snd_tag_alloc_t *send_tag;
    int64_t counters[IFCOUNTERS];
    struct sockaddr_dl address, groups[MOST_GROUPS];
    int group_count;
    bool attached;
};

static struct ifnet *interface;
static int alive;
static long tapped;
static void (*heard)(const struct mbuf *m);

if_t mock_interface(void)
{
    return interface;
}

bool mock_is_attached(void)
{
    return interface && interface->attached;
}

bool mock_link_is_up(void)
{
    return interface && interface->link == LINK_STATE_UP;
}

long mock_tapped(void)
{
    return tapped;
}

void mock_listen(void (*listener)(const struct mbuf *m))
{
    heard = listener;
}

int mock_interface_leaks(void)
{
    if (alive > 0)
        fprintf(stderr, "leak: %d interfaces\n", alive);
    return alive;
}

if_t if_alloc(u_char type)
{
    (void)type;
    mock_may_sleep("if_alloc");
    interface = calloc(1, sizeof *interface);
    interface->mtu = ETHERMTU;
    alive++;
    return interface;
}

void if_free(if_t ifp)
{
    rule_require(!ifp->attached, "freebsd/free-attached", "ifnet(9)",
                 "if_free of an interface that ether_ifdetach has not had");
    if (ifp == interface)
        interface = NULL;
    free(ifp);
    alive--;
}

void if_initname(if_t ifp, const char *name, int unit)
{
    (void)ifp;
    (void)name;
    (void)unit;
}

int if_printf(if_t ifp, const char *format, ...)
{
    (void)ifp;
    (void)format;
    return 0;
}

int if_setsoftc(if_t ifp, void *softc) { ifp->softc = softc; return 0; }
void *if_getsoftc(if_t ifp) { return ifp->softc; }
int if_setdev(if_t ifp, void *dev) { (void)ifp; (void)dev; return 0; }
int if_setflags(if_t ifp, int flags) { ifp->flags = flags; return 0; }
int if_getflags(const if_t ifp) { return ifp->flags; }
int if_getdrvflags(const if_t ifp) { return ifp->driver_flags; }
void if_setinitfn(if_t ifp, if_init_fn_t function) { ifp->init = function; }
void if_setioctlfn(if_t ifp, if_ioctl_fn_t function) { ifp->ioctl = function; }
void if_settransmitfn(if_t ifp, if_transmit_fn_t function) { ifp->transmit = function; }
void if_setqflushfn(if_t ifp, if_qflush_fn_t function) { ifp->qflush = function; }
void if_setgetcounterfn(if_t ifp, if_get_counter_t function) { ifp->counter = function; }
void if_setsndtagallocfn(if_t ifp, if_snd_tag_alloc_t *function) { ifp->send_tag = function; }
int if_setcapabilities(if_t ifp, int bits) { ifp->capabilities = bits; return 0; }
int if_getcapabilities(const if_t ifp) { return ifp->capabilities; }
int if_setcapenable(if_t ifp, int bits) { ifp->enabled = bits; return 0; }
int if_getcapenable(const if_t ifp) { return ifp->enabled; }
int if_togglecapenable(if_t ifp, int bits) { ifp->enabled ^= bits; return 0; }
int if_sethwassist(if_t ifp, int bits) { ifp->assist = bits; return 0; }
int if_gethwassist(const if_t ifp) { return ifp->assist; }
int if_setmtu(if_t ifp, int mtu) { ifp->mtu = mtu; return 0; }
int if_getmtu(const if_t ifp) { return ifp->mtu; }
int if_setifheaderlen(if_t ifp, int length) { (void)ifp; (void)length; return 0; }
int if_sethwtsomax(if_t ifp, u_int bytes) { (void)ifp; (void)bytes; return 0; }
int if_sethwtsomaxsegcount(if_t ifp, u_int count) { (void)ifp; (void)count; return 0; }
int if_sethwtsomaxsegsize(if_t ifp, u_int bytes) { (void)ifp; (void)bytes; return 0; }
uint64_t if_setbaudrate(if_t ifp, uint64_t rate) { (void)ifp; return rate; }
void if_link_state_change(if_t ifp, int state) { ifp->link = state; }
caddr_t if_getlladdr(const if_t ifp) { return LLADDR(&ifp->address); }

int if_setdrvflagbits(if_t ifp, int set, int clear)
{
    ifp->driver_flags = (ifp->driver_flags & ~clear) | set;
    return 0;
}

void if_inc_counter(if_t ifp, ift_counter counter, int64_t by)
{
    ifp->counters[counter] += by;
}

uint64_t if_get_counter_default(if_t ifp, ift_counter counter)
{
    return (uint64_t)ifp->counters[counter];
}

u_int if_foreach_llmaddr(if_t ifp, iflladdr_cb_t *callback, void *argument)
{
    u_int count = 0;
    int i;

    for (i = 0; i < ifp->group_count; i++)
        count += callback(argument, &ifp->groups[i], count);
    return count;
}

void if_vlancap(if_t ifp)
{
    (void)ifp;
    mock_may_sleep("if_vlancap(9), which takes the VLANs' lock,");
}

void if_qflush(if_t ifp)
{
    (void)ifp;
}

static int length_of(const struct mbuf *m)
{
    int length = 0;

    for (; m; m = m->m_next)
        length += m->m_len;
    return length;
}

static void check_input(if_t ifp, const struct mbuf *m)
{
    const struct mbuf *piece;

    rule_require(rule_locks_held == 0, "freebsd/input-with-mutex", "ifnet(9), locking(9)",
                 "if_input with %d mutexes held: the stack may come back", rule_locks_held);
    rule_require(mock_in_epoch(), "freebsd/input-outside-epoch", "epoch(9)",
                 "if_input outside the net epoch");
    rule_require(ifp->attached, "freebsd/input-detached", "ether_ifdetach(9)",
                 "if_input of an interface that is not attached");
    rule_require(mock_mbuf_is_live(m) && m->mapped == 0, "freebsd/input-loaded", "bus_dma(9)",
                 "if_input of an mbuf that is free, or still loaded in a map");
    rule_require((m->m_flags & M_PKTHDR) && m->m_pkthdr.rcvif == ifp, "freebsd/rcvif",
                 "mbuf(9)", "if_input of a packet without header or receiving interface");
    rule_require(m->m_pkthdr.len == length_of(m), "freebsd/mbuf-length", "mbuf(9)",
                 "the packet header says %d bytes, the pieces have %d", m->m_pkthdr.len,
                 length_of(m));
    for (piece = m->m_next; piece; piece = piece->m_next)
        rule_require(!(piece->m_flags & M_PKTHDR), "freebsd/two-packet-headers", "mbuf(9)",
                     "a packet header within a packet");
}

void if_input(if_t ifp, struct mbuf *m)
{
    check_input(ifp, m);
    rule_require(m->m_nextpkt == NULL, "freebsd/input-queue", "ifnet(9)",
                 "if_input of several packets");
    if (heard)
        heard(m);
    m_freem(m);
}

void ether_bpf_mtap_if(if_t ifp, struct mbuf *m)
{
    (void)ifp;
    rule_require(mock_mbuf_is_live(m), "freebsd/tap-after-free", "bpf(9)",
                 "bpf reads a packet that is free");
    tapped++;
}

void ether_ifattach(if_t ifp, const uint8_t *address)
{
    mock_may_sleep("ether_ifattach");
    rule_require(ifp->transmit && ifp->qflush, "freebsd/transmit-and-qflush", "ifnet(9)",
                 "if_transmit and if_qflush come together");
    rule_require(ifp->init && ifp->ioctl && ifp->softc, "freebsd/attach-incomplete", "ifnet(9)",
                 "ether_ifattach before init, ioctl and softc are set");
    ifp->address.sdl_alen = ETHER_ADDR_LEN;
    memcpy(LLADDR(&ifp->address), address, ETHER_ADDR_LEN);
    ifp->attached = true;
}

void ether_ifdetach(if_t ifp)
{
    mock_may_sleep("ether_ifdetach");
    rule_require(ifp->attached, "freebsd/ifdetach-twice", "ether_ifdetach(9)",
                 "the interface is not attached");
    ifp->attached = false;
}

int ether_ioctl(if_t ifp, u_long command, caddr_t data)
{
    (void)ifp;
    (void)command;
    (void)data;
    mock_may_sleep("ether_ioctl");
    return EINVAL;
}

/* What a user does. */

int mock_ioctl(u_long command, struct ifreq *request)
{
    int error = interface->ioctl(interface, command, (caddr_t)request);

    mock_check_returned("ioctl");
    return error;
}

int mock_set_flag(int flag, bool on)
{
    struct ifreq request = {.ifr_mtu = 0};

    interface->flags = on ? interface->flags | flag : interface->flags & ~flag;
    return mock_ioctl(SIOCSIFFLAGS, &request);
}

int mock_up(bool up)
{
    int error = mock_set_flag(IFF_UP, up);

    if (!up)
        interface->qflush(interface);
    return error;
}

int mock_set_mtu(int mtu)
{
    struct ifreq request = {.ifr_mtu = mtu};

    return mock_ioctl(SIOCSIFMTU, &request);
}

int mock_set_capabilities(int wanted)
{
    struct ifreq request = {.ifr_reqcap = wanted};

    return mock_ioctl(SIOCSIFCAP, &request);
}

int mock_add_group(const uint8_t address[6])
{
    struct sockaddr_dl *group = &interface->groups[interface->group_count++];
    struct ifreq request = {.ifr_mtu = 0};

    group->sdl_alen = ETHER_ADDR_LEN;
    memcpy(LLADDR(group), address, ETHER_ADDR_LEN);
    return mock_ioctl(SIOCADDMULTI, &request);
}

int mock_transmit(struct mbuf *m)
{
    int error;

    mock_enter_epoch();
    error = interface->transmit(interface, m);
    mock_exit_epoch();
    mock_check_returned("if_transmit");
    rule_require(error == 0 || !mock_mbuf_is_live(m), "freebsd/transmit-owns", "ifnet(9)",
                 "if_transmit returned %d and kept nor freed the packet", error);
    return error;
}
