/*
 * Receive: buffers to the ring, frames out of it. A long frame is lent: its buffers become
 * messages by desballoc(9F), and come back through their free routine. A short one is copied
 * into a message of allocb(9F), because a copy of it costs less than a buffer that is away
 * for as long as an application pleases; so is a long one when too many buffers are away.
 */
#include "rbe.h"

// tag::pool[]
static struct rbe_rx_buffer *pool_take(struct rbe_rx_pool *pool)
{
    struct rbe_rx_buffer *buffer;

    mutex_enter(&pool->lock);
    buffer = pool->free;
    if (buffer != NULL)
        pool->free = buffer->next;
    mutex_exit(&pool->lock);
    return (buffer);
}

static void pool_give(struct rbe_rx_pool *pool, struct rbe_rx_buffer *buffer, uint_t returned)
{
    mutex_enter(&pool->lock);
    buffer->next = pool->free;
    pool->free = buffer;
    pool->lent -= returned;
    mutex_exit(&pool->lock);
}

/* Runs in whatever frees the message, with locks of others: the leaf lock and nothing else. */
void rbe_free_buffer(caddr_t arg)
{
    struct rbe_rx_buffer *buffer = (struct rbe_rx_buffer *)(void *)arg;

    pool_give(&buffer->rbe->pool, buffer, 1);
}

uint_t rbe_lent(struct rbe *rbe)
{
    uint_t lent;

    mutex_enter(&rbe->pool.lock);
    lent = rbe->pool.lent;
    mutex_exit(&rbe->pool.lock);
    return (lent);
}
// end::pool[]

// tag::take[]
/* The stack may have written to the buffer: those lines must not fall on the next frame. */
static bool take(void *os, struct dp_buffer *fresh)
{
    struct rbe *rbe = os;
    struct rbe_rx_buffer *buffer = pool_take(&rbe->pool);

    if (buffer == NULL)
        return (false);
    (void) ddi_dma_sync(buffer->dma.os.handle, 0, 0, DDI_DMA_SYNC_FORDEV);
    fresh->address = buffer->dma.address + RBE_ROOM;
    fresh->packet = buffer;
    return (true);
}
// end::take[]

static void give_back(void *os, void *packet)
{
    struct rbe *rbe = os;

    pool_give(&rbe->pool, packet, 0);
}

// tag::received[]
static void received(void *os, void *packet, uint32_t length)
{
    struct rbe_rx_buffer *buffer = packet;

    (void) ddi_dma_sync(buffer->dma.os.handle, RBE_ROOM, length, DDI_DMA_SYNC_FORKERNEL);
}
// end::received[]

// tag::copy[]
/* All of a frame in one message; its buffers are free again, with or without one. */
static mblk_t *copy(struct rbe *rbe, const struct dp_received *frame)
{
    mblk_t *mp = allocb(RBE_ROOM + frame->bytes, BPRI_MED);
    struct rbe_rx_buffer *buffer;
    uint32_t i;

    if (mp != NULL)
        mp->b_rptr = mp->b_wptr = mp->b_rptr + RBE_ROOM;
    for (i = 0; i < frame->count; i++) {
        buffer = frame->packets[i];
        if (mp != NULL) {
            bcopy(buffer->dma.memory + RBE_ROOM, mp->b_wptr, frame->lengths[i]);
            mp->b_wptr += frame->lengths[i];
        }
        pool_give(&rbe->pool, buffer, 0);
    }
    return (mp);
}
// end::copy[]

// tag::lend[]
static mblk_t *lend_one(struct rbe *rbe, struct rbe_rx_buffer *buffer, uint32_t length)
{
    mblk_t *mp = desballoc((uchar_t *)buffer->dma.memory, RBE_ROOM + RBE_BUFFER_BYTES, BPRI_MED,
                           &buffer->free);

    if (mp == NULL) {
        pool_give(&rbe->pool, buffer, 0);
        return (NULL);
    }
    mutex_enter(&rbe->pool.lock);
    rbe->pool.lent++;
    mutex_exit(&rbe->pool.lock);
    mp->b_rptr += RBE_ROOM;
    mp->b_wptr = mp->b_rptr + length;
    return (mp);
}

/* Each buffer as a message, linked by b_cont; NULL: a message was missing, all are home. */
static mblk_t *lend(struct rbe *rbe, const struct dp_received *frame)
{
    mblk_t *head = NULL, **link = &head;
    boolean_t whole = B_TRUE;
    uint32_t i;

    for (i = 0; i < frame->count; i++) {
        *link = lend_one(rbe, frame->packets[i], frame->lengths[i]);
        if (*link == NULL)
            whole = B_FALSE;
        else
            link = &(*link)->b_cont;
    }
    if (whole)
        return (head);
    freemsg(head); /* calls the free routine of each, here and now */
    return (NULL);
}
// end::lend[]

static void mark_checked(mblk_t *mp, enum dp_verdict verdict)
{
    if (verdict == DP_ALL_GOOD)
        mac_hcksum_set(mp, 0, 0, 0, 0, HCK_IPV4_HDRCKSUM_OK | HCK_FULLCKSUM_OK);
    else if (verdict == DP_IP_GOOD)
        mac_hcksum_set(mp, 0, 0, 0, 0, HCK_IPV4_HDRCKSUM_OK);
}

// tag::deliver[]
/* The lock is held: the frame joins a chain that goes up, whole, when it is not (rbe_exit). */
static void deliver(void *os, const struct dp_received *frame)
{
    struct rbe *rbe = os;
    mblk_t *mp;

    if (frame->bytes <= RBE_COPY_BYTES || rbe_lent(rbe) + frame->count > RBE_MOST_LENT)
        mp = copy(rbe, frame);
    else
        mp = lend(rbe, frame);
    if (mp == NULL) {
        rbe->no_receive++;
        return;
    }
    mark_checked(mp, frame->checksums);
    if (rbe->later.inbound == NULL)
        rbe->later.last = &rbe->later.inbound;
    *rbe->later.last = mp;
    rbe->later.last = &mp->b_next;
}
// end::deliver[]

const struct dp_rx_ops rbe_rx_ops = {
    .take = take, .received = received, .deliver = deliver, .give_back = give_back};
