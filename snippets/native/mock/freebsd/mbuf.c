/* mbuf(9): packets in pieces; every mbuf is watched from m_get to m_free. */
#include <stdio.h>
#include <stdlib.h>

#include <sys/param.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"

enum { SMALL_BYTES = 168, LONGEST_PULLUP = 168 }; /* MHLEN of amd64 */

struct mock_storage {
    int references;
    int bytes;
    char data[];
};

static struct mbuf *live;
static bool surely; /* the mock's own mbufs never fail */

static struct mbuf **find(const struct mbuf *m)
{
    struct mbuf **link = &live;

    while (*link && *link != m)
        link = &(*link)->live;
    return link;
}

bool mock_mbuf_is_live(const struct mbuf *m)
{
    return *find(m) != NULL;
}

void mock_mbuf_map(struct mbuf *m, int by)
{
    m->mapped += by;
}

bool mock_mbuf_is_writable(const struct mbuf *m)
{
    return !(m->m_flags & M_RDONLY) && m->storage->references == 1;
}

static struct mbuf *make(int how, int bytes, uint32_t flags, const char *what)
{
    struct mbuf *m;

    if (how & M_WAITOK)
        mock_may_sleep(what);
    if (!surely && memory_may_fail(what) && !(how & M_WAITOK))
        return NULL;
    m = calloc(1, sizeof *m);
    m->storage = malloc(sizeof *m->storage + (size_t)bytes);
    m->storage->references = 1;
    m->storage->bytes = bytes;
    memset(m->storage->data, 0xa5, (size_t)bytes);
    m->m_data = m->storage->data;
    m->m_flags = flags;
    m->live = live;
    live = m;
    return m;
}

struct mbuf *m_gethdr(int how, short type)
{
    (void)type;
    return make(how, SMALL_BYTES, M_PKTHDR, "m_gethdr");
}

struct mbuf *m_getcl(int how, short type, int flags)
{
    (void)type;
    return make(how, MCLBYTES, (uint32_t)flags | M_EXT, "m_getcl");
}

struct mbuf *m_free(struct mbuf *m)
{
    struct mbuf **link = find(m), *next;

    rule_require(*link, "freebsd/mbuf-freed-twice", "mbuf(9)",
                 "m_free of an mbuf that is free already");
    rule_require(m->mapped == 0, "freebsd/mbuf-freed-while-loaded", "bus_dma(9)",
                 "m_free of an mbuf that a loaded map refers to");
    *link = m->live;
    next = m->m_next;
    if (--m->storage->references == 0)
        free(m->storage);
    memset(m, 0xdd, sizeof *m);
    free(m);
    return next;
}

void m_freem(struct mbuf *m)
{
    while (m)
        m = m_free(m);
}

static char *end_of(const struct mbuf *m)
{
    return m->storage->data + m->storage->bytes;
}

static int room_behind(const struct mbuf *m)
{
    return M_WRITABLE(m) ? (int)(end_of(m) - (m->m_data + m->m_len)) : 0;
}

int m_append(struct mbuf *m, int length, c_caddr_t bytes)
{
    struct mbuf *last = m;
    int part;

    while (last->m_next)
        last = last->m_next;
    part = room_behind(last) < length ? room_behind(last) : length;
    memcpy(last->m_data + last->m_len, bytes, (size_t)part);
    last->m_len += part;
    m->m_pkthdr.len += part;
    if (part == length)
        return 1;
    last->m_next = make(M_NOWAIT, SMALL_BYTES, 0, "m_append");
    if (!last->m_next)
        return 0;
    last = last->m_next;
    memcpy(last->m_data, bytes + part, (size_t)(length - part));
    last->m_len = length - part;
    m->m_pkthdr.len += length - part;
    return 1;
}

/* Takes bytes from the front of the rest of a packet. */
static struct mbuf *move_bytes(struct mbuf *to, struct mbuf *from, int length)
{
    while (from && length > 0) {
        int part = from->m_len < length ? from->m_len : length;

        memcpy(to->m_data + to->m_len, from->m_data, (size_t)part);
        to->m_len += part;
        from->m_data += part;
        from->m_len -= part;
        length -= part;
        if (from->m_len == 0)
            from = m_free(from);
    }
    return from;
}

struct mbuf *m_pullup(struct mbuf *m, int length)
{
    struct mbuf *head;

    if (m->m_len >= length)
        return m;
    head = length <= LONGEST_PULLUP && m->m_pkthdr.len >= length
               ? make(M_NOWAIT, SMALL_BYTES, m->m_flags & ~(uint32_t)M_EXT, "m_pullup")
               : NULL;
    if (!head) {
        m_freem(m);
        return NULL;
    }
    head->m_pkthdr = m->m_pkthdr;
    m->m_flags &= ~(uint32_t)M_PKTHDR;
    head->m_next = move_bytes(head, m, length);
    return head;
}

/* All of a packet in clusters; the original stays. */
static struct mbuf *copy(const struct mbuf *m, const char *what)
{
    struct mbuf *head = make(M_NOWAIT, MCLBYTES, (m->m_flags & ~(uint32_t)M_RDONLY) | M_EXT, what);
    struct mbuf *last = head;
    int offset = 0;

    if (!head)
        return NULL;
    head->m_pkthdr = m->m_pkthdr;
    while (offset < m->m_pkthdr.len) {
        int part = m->m_pkthdr.len - offset < MCLBYTES ? m->m_pkthdr.len - offset : MCLBYTES;

        if (offset > 0) {
            last->m_next = make(M_NOWAIT, MCLBYTES, M_EXT, what);
            if (!last->m_next) {
                m_freem(head);
                return NULL;
            }
            last = last->m_next;
        }
        m_copydata(m, offset, part, last->m_data);
        last->m_len = part;
        offset += part;
    }
    return head;
}

struct mbuf *m_dup(const struct mbuf *m, int how)
{
    (void)how;
    return copy(m, "m_dup");
}

struct mbuf *m_collapse(struct mbuf *m, int how, int most)
{
    struct mbuf *whole, *piece;

    (void)how;
    whole = copy(m, "m_collapse");
    for (piece = whole; piece; piece = piece->m_next)
        most--;
    if (whole && most < 0) {
        m_freem(whole);
        return NULL;
    }
    if (whole)
        m_freem(m);
    return whole;
}

void m_copydata(const struct mbuf *m, int offset, int length, caddr_t to)
{
    for (; length > 0; m = m->m_next) {
        int part = m->m_len - offset;

        if (part > length)
            part = length;
        if (part > 0) {
            memcpy(to, m->m_data + offset, (size_t)part);
            to += part;
            length -= part;
            offset = 0;
        } else {
            offset -= m->m_len;
        }
    }
}

void m_demote_pkthdr(struct mbuf *m)
{
    rule_require(m->m_flags & M_PKTHDR, "freebsd/no-packet-header", "mbuf(9)",
                 "m_demote_pkthdr of an mbuf that has none");
    memset(&m->m_pkthdr, 0, sizeof m->m_pkthdr);
    m->m_flags &= ~(uint32_t)M_PKTHDR;
}

void m_adj(struct mbuf *m, int bytes)
{
    m->m_data += bytes;
    m->m_len -= bytes;
    m->m_pkthdr.len -= bytes;
}

void mbufq_init(struct mbufq *queue, int most)
{
    memset(queue, 0, sizeof *queue);
    queue->most = (int)most;
}

int mbufq_enqueue(struct mbufq *queue, struct mbuf *m)
{
    if (queue->length >= queue->most)
        return ENOBUFS;
    m->m_nextpkt = NULL;
    *(queue->first ? &queue->last->m_nextpkt : &queue->first) = m;
    queue->last = m;
    queue->length++;
    return 0;
}

struct mbuf *mbufq_dequeue(struct mbufq *queue)
{
    struct mbuf *m = queue->first;

    if (m) {
        queue->first = m->m_nextpkt;
        queue->length--;
        m->m_nextpkt = NULL;
    }
    return m;
}

void mbufq_concat(struct mbufq *to, struct mbufq *from)
{
    if (from->first) {
        *(to->first ? &to->last->m_nextpkt : &to->first) = from->first;
        to->last = from->last;
        to->length += from->length;
    }
    mbufq_init(from, from->most);
}

/* Pieces of nearly the same length, at odd places in their clusters. */
struct mbuf *mock_packet(const uint8_t *bytes, int length, int pieces)
{
    struct mbuf *head = NULL, **link = &head;
    int i, done = 0;

    surely = true;
    for (i = 0; i < pieces; i++) {
        int part = (length - done) / (pieces - i);
        struct mbuf *m;

        rule_require(part <= MCLBYTES - 2, "mock/packet", "mock", "a piece of %d bytes", part);
        m = make(M_NOWAIT, MCLBYTES, i == 0 ? M_PKTHDR | M_EXT : M_EXT, "packet of the stack");
        m->m_data += part <= MCLBYTES - 2 ? 2 : 0;
        memcpy(m->m_data, bytes + done, (size_t)part);
        m->m_len = part;
        done += part;
        *link = m;
        link = &m->m_next;
    }
    surely = false;
    head->m_pkthdr.len = length;
    return head;
}

int mock_mbuf_leaks(void)
{
    const struct mbuf *m;
    int count = 0;

    for (m = live; m; m = m->live)
        count++;
    if (count > 0)
        fprintf(stderr, "leak: %d mbufs\n", count);
    return count;
}
