/* mbuf(9): packets in pieces; every mbuf is watched from m_gethdr to m_free. */
#include <stdio.h>
#include <stdlib.h>

#include <net/if_ether.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"

enum { SMALL_BYTES = 432 }; /* about MHLEN of amd64 */

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

static struct mock_storage *storage_of(int bytes)
{
    struct mock_storage *storage = malloc(sizeof *storage + (size_t)bytes);

    storage->references = 1;
    storage->bytes = bytes;
    memset(storage->data, 0xa5, (size_t)bytes);
    return storage;
}

static struct mbuf *make(int how, int bytes, int flags, const char *what)
{
    struct mbuf *m;

    if (how == M_WAIT && !surely)
        mock_may_sleep(what);
    if (!surely && memory_may_fail(what) && how != M_WAIT)
        return NULL;
    m = calloc(1, sizeof *m);
    m->storage = storage_of(bytes);
    m->m_data = m->storage->data;
    m->m_flags = flags;
    m->live = live;
    live = m;
    return m;
}

struct mbuf *m_gethdr(int how, int type)
{
    (void)type;
    return make(how, SMALL_BYTES, M_PKTHDR, "m_gethdr");
}

/* Adds a cluster; without memory the mbuf stays as it was, and nothing is said. */
void mock_mclget(struct mbuf *m, int how)
{
    if (how == M_WAIT)
        mock_may_sleep("MCLGET with M_WAIT");
    if (memory_may_fail("MCLGET"))
        return;
    free(m->storage);
    m->storage = storage_of(MCLBYTES);
    m->m_data = m->storage->data;
    m->m_flags |= M_EXT;
}

struct mbuf *m_free(struct mbuf *m)
{
    struct mbuf **link = find(m), *next;

    rule_require(*link, "netbsd/mbuf-freed-twice", "mbuf(9)",
                 "m_free of an mbuf that is free already");
    rule_require(m->mapped == 0, "netbsd/mbuf-freed-while-loaded", "bus_dma(9)",
                 "m_free of an mbuf that a loaded map refers to");
    *link = m->live;
    next = m->m_next;
    mock_free_tags(m);
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

static int room_behind(const struct mbuf *m)
{
    return m->storage->references == 1
               ? (int)(m->storage->data + m->storage->bytes - (m->m_data + m->m_len))
               : 0;
}

int mock_mbuf_room(const struct mbuf *m)
{
    return (int)(m->storage->data + m->storage->bytes - m->m_data);
}

int m_append(struct mbuf *m, int length, const void *from)
{
    const char *bytes = from;
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

static void move_header(struct mbuf *to, struct mbuf *from)
{
    to->m_pkthdr = from->m_pkthdr;
    to->m_flags |= from->m_flags & ~M_EXT;
    memset(&from->m_pkthdr, 0, sizeof from->m_pkthdr);
    from->m_flags &= M_EXT;
}

struct mbuf *m_pullup(struct mbuf *m, int length)
{
    struct mbuf *head;

    if (m->m_len >= length)
        return m;
    head = length <= SMALL_BYTES && m->m_pkthdr.len >= length
               ? make(M_NOWAIT, SMALL_BYTES, 0, "m_pullup")
               : NULL;
    if (!head) {
        m_freem(m);
        return NULL;
    }
    move_header(head, m);
    head->m_next = move_bytes(head, m, length);
    return head;
}

/* Fresh storage for what is shared within the range; the pieces stay. */
int m_makewritable(struct mbuf **m, int offset, int bytes, int how)
{
    struct mbuf *piece = *m;

    for (; piece && bytes > 0; piece = piece->m_next) {
        struct mock_storage *own;
        int at = (int)(piece->m_data - piece->storage->data);

        if (offset >= piece->m_len) {
            offset -= piece->m_len;
            continue;
        }
        bytes -= piece->m_len - offset;
        offset = 0;
        if (piece->storage->references == 1)
            continue;
        if (how != M_WAIT && memory_may_fail("m_makewritable"))
            return ENOBUFS;
        own = storage_of(piece->storage->bytes);
        memcpy(own->data, piece->storage->data, (size_t)own->bytes);
        piece->storage->references--;
        piece->storage = own;
        piece->m_data = own->data + at;
    }
    return 0;
}

static struct mbuf *next_cluster(struct mbuf *last)
{
    struct mbuf *m = make(M_NOWAIT, MCLBYTES, M_EXT, "m_defrag");

    if (last)
        last->m_next = m;
    return m;
}

struct mbuf *m_defrag(struct mbuf *m, int how)
{
    struct mbuf *head = next_cluster(NULL), *last = head;
    int done = 0;

    (void)how;
    while (last && done < m->m_pkthdr.len) {
        int rest = m->m_pkthdr.len - done, part = rest < MCLBYTES ? rest : MCLBYTES;

        m_copydata(m, done, part, last->m_data);
        last->m_len = part;
        done += part;
        if (done < m->m_pkthdr.len)
            last = next_cluster(last);
    }
    if (!last) {
        m_freem(head);
        return NULL;
    }
    move_header(head, m);
    m_freem(m);
    return head;
}

void m_copydata(struct mbuf *m, int offset, int length, void *buffer)
{
    char *to = buffer;

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

void m_set_rcvif(struct mbuf *m, const struct ifnet *ifp)
{
    m->m_pkthdr.index = ifp->if_index;
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
        m->m_data += 2;
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

struct mbuf *mock_kept(const struct mbuf *m)
{
    struct mbuf *head = NULL, **link = &head;

    surely = true;
    for (; m; m = m->m_next) {
        struct mbuf *piece = make(M_NOWAIT, 1, m->m_flags, "copy that is kept");

        free(piece->storage);
        piece->storage = m->storage;
        piece->storage->references++;
        piece->m_data = m->m_data;
        piece->m_len = m->m_len;
        piece->m_pkthdr.len = m->m_pkthdr.len;
        *link = piece;
        link = &piece->m_next;
    }
    surely = false;
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
