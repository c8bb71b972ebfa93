/*
 * if_percpuq of net/if.c: a queue on each CPU between a driver and the stack, which takes
 * frames out of it in a soft interrupt of its own.
 */
#include <stdio.h>

#include <net/if.h>

#include "ifnet_mock.h"
#include "memory.h"
#include "rule.h"

enum { MOST = 1024 };

struct if_percpuq {
    struct ifnet *ifp;
    struct mbuf *first, *last;
    int length;
    void *softint;
};

static int alive;
static void (*heard)(const struct mbuf *m);

void mock_listen(void (*listener)(const struct mbuf *m))
{
    heard = listener;
}

static struct mbuf *take_first(struct if_percpuq *queue)
{
    struct mbuf *m = queue->first;

    if (m) {
        queue->first = m->m_nextpkt;
        m->m_nextpkt = NULL;
        queue->length--;
    }
    return m;
}

static void to_stack(void *argument)
{
    struct if_percpuq *queue = argument;
    struct mbuf *m;

    while ((m = take_first(queue)) != NULL) {
        mock_count_received(queue->ifp);
        if (heard)
            heard(m);
        m_freem(m);
    }
}

struct if_percpuq *if_percpuq_create(struct ifnet *ifp)
{
    struct if_percpuq *queue;

    mock_may_sleep("if_percpuq_create");
    rule_require(mock_is_attached(), "netbsd/percpuq-order", "net/if.c",
                 "if_percpuq_create before if_initialize");
    queue = memory_take(sizeof *queue, "if_percpuq_create");
    if (!queue) /* it waits */
        queue = memory_take(sizeof *queue, "if_percpuq_create");
    queue->ifp = ifp;
    queue->softint = softint_establish(SOFTINT_NET, to_stack, queue);
    if (!queue->softint)
        queue->softint = softint_establish(SOFTINT_NET, to_stack, queue);
    alive++;
    return queue;
}

void if_percpuq_destroy(struct if_percpuq *queue)
{
    struct mbuf *m;

    mock_may_sleep("if_percpuq_destroy");
    rule_require(!mock_takes_calls(), "netbsd/percpuq-order", "net/if.c",
                 "if_percpuq_destroy before ether_ifdetach");
    softint_disestablish(queue->softint);
    while ((m = take_first(queue)) != NULL)
        m_freem(m);
    memory_give(queue, "if_percpuq_destroy");
    alive--;
}

static int length_of(const struct mbuf *m)
{
    int length = 0;

    for (; m; m = m->m_next)
        length += m->m_len;
    return length;
}

static void check_packet(const struct ifnet *ifp, const struct mbuf *m)
{
    const struct mbuf *piece;

    rule_require(mock_mbuf_is_live(m) && m->mapped == 0, "netbsd/input-loaded", "bus_dma(9)",
                 "a packet goes up that is free, or still loaded in a map");
    rule_require(m->m_flags & M_PKTHDR, "netbsd/no-packet-header", "mbuf(9)",
                 "a packet without packet header");
    rule_require(m->m_pkthdr.index == ifp->if_index, "netbsd/rcvif", "mbuf(9)",
                 "a packet goes up without m_set_rcvif");
    rule_require(m->m_pkthdr.len == length_of(m), "netbsd/mbuf-length", "mbuf(9)",
                 "the packet header says %d bytes, the pieces have %d", m->m_pkthdr.len,
                 length_of(m));
    for (piece = m->m_next; piece; piece = piece->m_next)
        rule_require(!(piece->m_flags & M_PKTHDR), "netbsd/two-packet-headers", "mbuf(9)",
                     "a packet header within a packet");
}

/* Any context but a thread; a full queue drops. */
void if_percpuq_enqueue(struct if_percpuq *queue, struct mbuf *m)
{
    rule_require(memory_in_use(queue), "netbsd/percpuq-gone", "net/if.c",
                 "if_percpuq_enqueue to a queue that is not there");
    check_packet(queue->ifp, m);
    if (queue->length >= MOST) {
        m_freem(m);
        return;
    }
    m->m_nextpkt = NULL;
    *(queue->first ? &queue->last->m_nextpkt : &queue->first) = m;
    queue->last = m;
    queue->length++;
    softint_schedule(queue->softint);
}

int mock_percpuq_leaks(void)
{
    if (alive > 0)
        fprintf(stderr, "leak: %d queues to the stack\n", alive);
    return alive;
}
