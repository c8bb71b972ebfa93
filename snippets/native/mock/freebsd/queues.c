/* drbr(9), ifmedia(9): what a driver has beside its interface. */
#include <net/if_media.h>
#include <sys/sockio.h>

#include "mock.h"
#include "rule.h"

/* drbr(9): a ring for one consumer, who has its lock. */
struct buf_ring {
    struct mtx *mutex;
    int size, first, count;
    struct mbuf *packets[];
};

struct buf_ring *buf_ring_alloc(int count, struct malloc_type *type, int flags,
                                struct mtx *mutex)
{
    struct buf_ring *ring;

    rule_require(count > 0 && (count & (count - 1)) == 0, "freebsd/buf-ring-size",
                 "buf_ring(9)", "%d is no power of two", count);
    ring = mock_malloc(sizeof *ring + (size_t)count * sizeof ring->packets[0], type, flags);
    if (ring) {
        ring->mutex = mutex;
        ring->size = count;
    }
    return ring;
}

void buf_ring_free(struct buf_ring *ring, struct malloc_type *type)
{
    mock_free(ring, type);
}

int drbr_enqueue(if_t ifp, struct buf_ring *ring, struct mbuf *m)
{
    (void)ifp;
    if (ring->count == ring->size - 1) {
        m_freem(m);
        return ENOBUFS;
    }
    ring->packets[(ring->first + ring->count++) % ring->size] = m;
    return 0;
}

struct mbuf *drbr_dequeue(if_t ifp, struct buf_ring *ring)
{
    struct mbuf *m;

    (void)ifp;
    rule_require(ring->mutex->held, "freebsd/buf-ring-consumer", "buf_ring(9)",
                 "the single consumer does not hold the ring's mutex");
    if (ring->count == 0)
        return NULL;
    m = ring->packets[ring->first];
    ring->first = (ring->first + 1) % ring->size;
    ring->count--;
    return m;
}

int drbr_empty(if_t ifp, struct buf_ring *ring)
{
    (void)ifp;
    return ring->count == 0;
}

void drbr_flush(if_t ifp, struct buf_ring *ring)
{
    struct mbuf *m;

    while ((m = drbr_dequeue(ifp, ring)) != NULL)
        m_freem(m);
}

/* ifmedia(9). */

void ifmedia_init(struct ifmedia *media, int ignore, ifm_change_cb_t change,
                  ifm_stat_cb_t status)
{
    memset(media, 0, sizeof *media);
    media->ifm_mask = ignore;
    media->ifm_change = change;
    media->ifm_status = status;
}

void ifmedia_add(struct ifmedia *media, int word, int data, void *more)
{
    (void)word;
    (void)data;
    (void)more;
    if (!media->entries)
        media->entries = mock_malloc(1, M_DEVBUF, M_WAITOK);
}

void ifmedia_set(struct ifmedia *media, int word)
{
    rule_require(media->entries, "freebsd/media-unknown", "ifmedia(9)",
                 "ifmedia_set of a medium that was not added");
    media->ifm_media = word;
}

void ifmedia_removeall(struct ifmedia *media)
{
    mock_free(media->entries, M_DEVBUF);
    media->entries = NULL;
}

int ifmedia_ioctl(if_t ifp, struct ifreq *request, struct ifmedia *media, u_long command)
{
    struct ifmediareq answer = {0, 0};

    if (command == SIOCSIFMEDIA) {
        media->ifm_media = request->ifr_media;
        return media->ifm_change(ifp);
    }
    media->ifm_status(ifp, &answer);
    request->ifr_media = answer.ifm_active;
    return 0;
}
