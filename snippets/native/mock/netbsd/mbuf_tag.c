/* VLAN tags of a packet: in its header, or in NetBSD 7.99.34 an m_tag(9) of their own. */
#include <stdlib.h>

#include <net/if_ether.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"

#if __NetBSD_Version__ >= 1000000000
void mock_free_tags(struct mbuf *m)
{
    (void)m;
}

int mock_tag_of(const struct mbuf *m)
{
    return m->m_flags & M_VLANTAG ? m->m_pkthdr.ether_vtag : -1;
}

void mock_tag(struct mbuf *m, uint16_t tag)
{
    m->m_pkthdr.ether_vtag = tag;
    m->m_flags |= M_VLANTAG;
}

void m_remove_pkthdr(struct mbuf *m)
{
    rule_require(m->m_flags & M_PKTHDR, "netbsd/no-packet-header", "mbuf(9)",
                 "m_remove_pkthdr of an mbuf that has none");
    memset(&m->m_pkthdr, 0, sizeof m->m_pkthdr);
    m->m_flags &= ~M_PKTHDR;
}
#else
void mock_free_tags(struct mbuf *m)
{
    if (m->m_flags & M_PKTHDR)
        m_tag_delete_chain(m, NULL);
}

struct m_tag *m_tag_find(const struct mbuf *m, int type, struct m_tag *after)
{
    struct m_tag *tag = after ? after->next : m->m_pkthdr.tags;

    while (tag && tag->m_tag_id != type)
        tag = tag->next;
    return tag;
}

void m_tag_delete_chain(struct mbuf *m, struct m_tag *from)
{
    struct m_tag *tag = from ? from : m->m_pkthdr.tags, *next;

    for (; tag; tag = next) {
        next = tag->next;
        free(tag);
    }
    m->m_pkthdr.tags = NULL;
}

static void add_tag(struct mbuf *m, u_int value)
{
    struct m_tag *tag = calloc(1, sizeof *tag + sizeof value);

    tag->m_tag_id = PACKET_TAG_VLAN;
    tag->m_tag_len = sizeof value;
    memcpy(tag + 1, &value, sizeof value);
    m->m_pkthdr.tags = tag;
}

int mock_vlan_input_tag(struct ifnet *ifp, struct mbuf *m, u_int tag)
{
    (void)ifp;
    if (memory_may_fail("m_tag_get")) {
        m_freem(m);
        return ENOMEM;
    }
    add_tag(m, tag);
    return 0;
}

int mock_tag_of(const struct mbuf *m)
{
    const struct m_tag *tag = m_tag_find(m, PACKET_TAG_VLAN, NULL);
    u_int value = 0;

    if (!tag)
        return -1;
    memcpy(&value, tag + 1, sizeof value);
    return (int)value;
}

void mock_tag(struct mbuf *m, uint16_t tag)
{
    add_tag(m, tag);
}
#endif
