/*
 * Transmit: from mc_tx(9E) to the ring, and back when the device is done. A short frame is
 * copied to its place in the copy area, a long one is bound where it lies, piece by piece.
 */
#include "rbe.h"

/* What became of a frame. A returned one is still MAC's; any other is not. */
enum outcome { TAKEN, RETURNED };

// tag::pieces[]
/* The segments of a frame, as the core wants them. */
struct pieces {
    struct dp_segment segments[RBE_TX_SEGMENTS];
    uint32_t count;
};

static void release(struct rbe *rbe, struct rbe_tx_frame *frame)
{
    struct rbe_bind *bind;

    while ((bind = frame->binds) != NULL) {
        (void) ddi_dma_unbind_handle(bind->handle);
        frame->binds = bind->next;
        bind->next = rbe->free_binds;
        rbe->free_binds = bind;
    }
    frame->mp = NULL;
    frame->next = rbe->free_frames;
    rbe->free_frames = frame;
}

/* Each cookie of a piece is a segment: memory that is one to the CPU may be many to a bus. */
static int add_cookies(struct pieces *pieces, ddi_dma_handle_t handle)
{
    const ddi_dma_cookie_t *cookie = NULL;

    if (pieces->count + ddi_dma_ncookies(handle) > RBE_TX_SEGMENTS)
        return (E2BIG);
    while ((cookie = ddi_dma_cookie_iter(handle, cookie)) != NULL) {
        pieces->segments[pieces->count].address = cookie->dmac_laddress;
        pieces->segments[pieces->count].length = cookie->dmac_size;
        pieces->count++;
    }
    return (0);
}

static int bind_bytes(struct rbe *rbe, struct rbe_tx_frame *frame, uchar_t *bytes, size_t length,
                      struct pieces *pieces)
{
    struct rbe_bind *bind = rbe->free_binds;
    int result;

    ASSERT(bind != NULL);
    result = ddi_dma_addr_bind_handle(bind->handle, NULL, (caddr_t)bytes, length,
                                      DDI_DMA_WRITE | DDI_DMA_STREAMING, DDI_DMA_DONTWAIT, NULL,
                                      NULL, NULL);
    if (result != DDI_DMA_MAPPED)
        return (result == DDI_DMA_TOOBIG ? E2BIG : ENOMEM);
    rbe->free_binds = bind->next;
    bind->next = frame->binds;
    frame->binds = bind;
    return (add_cookies(pieces, bind->handle));
}
// end::pieces[]

/* Copies the first bytes of a frame to its place in the copy area. */
static uint8_t *copy_head(struct rbe *rbe, const struct rbe_tx_frame *frame, const mblk_t *mp,
                          size_t bytes, struct pieces *pieces)
{
    size_t at = frame->index * RBE_COPY_BYTES;
    uint8_t *to = (uint8_t *)rbe->copies.memory + at;

    rbe_copy_out(mp, bytes, to);
    pieces->segments[0].address = rbe->copies.address + at;
    pieces->segments[0].length = bytes;
    pieces->count = 1;
    return (to);
}

static void sync_head(struct rbe *rbe, const struct rbe_tx_frame *frame, size_t bytes)
{
    (void) ddi_dma_sync(rbe->copies.os.handle, frame->index * RBE_COPY_BYTES, bytes,
                        DDI_DMA_SYNC_FORDEV);
}

// tag::short[]
static void map_short(struct rbe *rbe, struct rbe_tx_frame *frame, mblk_t *mp, size_t length,
                      struct pieces *pieces)
{
    uint8_t *to = copy_head(rbe, frame, mp, length, pieces);

    if (length < DP_SHORTEST_FRAME) {
        bzero(to + length, DP_SHORTEST_FRAME - length);
        pieces->segments[0].length = DP_SHORTEST_FRAME;
    }
    sync_head(rbe, frame, pieces->segments[0].length);
}
// end::short[]

// tag::lso[]
/*
 * Headers of a frame to be cut are changed, so they are copied: the message may be shared.
 * The stack has left the length out of TCP's sum; that of IP must go too.
 */
static size_t map_headers(struct rbe *rbe, struct rbe_tx_frame *frame, mblk_t *mp,
                          const struct dp_offload *offload, struct pieces *pieces)
{
    size_t bytes = offload->mac_length + offload->ip_length + offload->transport_length;
    uint8_t *ip = copy_head(rbe, frame, mp, bytes, pieces) + offload->mac_length;

    ip[2] = ip[3] = 0;   /* total length */
    ip[10] = ip[11] = 0; /* header checksum */
    sync_head(rbe, frame, bytes);
    return (bytes);
}
// end::lso[]

/* Binds what is behind the first bytes. */
static int map_rest(struct rbe *rbe, struct rbe_tx_frame *frame, mblk_t *mp, size_t skip,
                    struct pieces *pieces)
{
    size_t length;
    int error;

    for (; mp != NULL; mp = mp->b_cont) {
        length = MBLKL(mp);
        if (length <= skip) {
            skip -= length;
            continue;
        }
        error = bind_bytes(rbe, frame, mp->b_rptr + skip, length - skip, pieces);
        if (error != 0)
            return (error);
        skip = 0;
    }
    return (0);
}

static void unmap(struct rbe *rbe, struct rbe_tx_frame *frame)
{
    release(rbe, frame);
    rbe->free_frames = frame->next;
}

// tag::map[]
/* Of too many pieces: once more, copied together. The message may be another one then. */
static int map_long(struct rbe *rbe, struct rbe_tx_frame *frame, mblk_t **mp,
                    const struct dp_offload *offload, struct pieces *pieces)
{
    size_t head = 0;
    mblk_t *whole;
    int error;

    if (offload->segment_size > 0)
        head = map_headers(rbe, frame, *mp, offload, pieces);
    if ((error = map_rest(rbe, frame, *mp, head, pieces)) != E2BIG)
        return (error);
    unmap(rbe, frame);
    if ((whole = msgpullup(*mp, -1)) == NULL)
        return (ENOMEM);
    freemsg(*mp);
    *mp = whole;
    pieces->count = head > 0 ? 1 : 0;
    return (map_rest(rbe, frame, whole, head, pieces));
}
// end::map[]

static int map(struct rbe *rbe, struct rbe_tx_frame *frame, mblk_t **mp,
               const struct dp_offload *offload, struct pieces *pieces)
{
    size_t length = msgsize(*mp);

    if (length > RBE_COPY_BYTES || offload->segment_size > 0)
        return (map_long(rbe, frame, mp, offload, pieces));
    map_short(rbe, frame, *mp, length, pieces);
    return (0);
}

// tag::room[]
/*
 * As much as one frame may need: then none is refused half way. There is a frame and a bind for
 * each slot, so whoever has slots has those too.
 */
boolean_t rbe_tx_has_room(struct rbe *rbe)
{
    return (dp_free_slots(&rbe->tx.ring) >= dp_tx_slots(RBE_TX_SEGMENTS));
}
// end::room[]

// tag::encap[]
static void put_off(struct rbe *rbe, mblk_t *mp)
{
    mp->b_next = rbe->later.done;
    rbe->later.done = mp;
}

static void drop(struct rbe *rbe, mblk_t *mp, uint64_t *counter)
{
    (*counter)++;
    put_off(rbe, mp);
}

static void send(struct rbe *rbe, mblk_t *mp)
{
    struct rbe_tx_frame *frame = rbe->free_frames;
    struct pieces pieces = {.count = 0};
    struct dp_frame described = {.segments = pieces.segments, .packet = frame};

    if (!rbe_offload(mp, &described.offload)) {
        drop(rbe, mp, &rbe->bad_transmit);
        return;
    }
    rbe->free_frames = frame->next;
    if (map(rbe, frame, &mp, &described.offload, &pieces) != 0) {
        release(rbe, frame);
        drop(rbe, mp, &rbe->no_transmit); /* nobody would say when memory is there again */
        return;
    }
    described.count = pieces.count;
    if (dp_tx_submit(&rbe->tx, &described, true) != DP_ACCEPTED) {
        release(rbe, frame);
        drop(rbe, mp, &rbe->bad_transmit);
        return;
    }
    rbe->sent_bytes += msgsize(mp);
    frame->mp = mp;
}

/* A frame that MAC gets back is untouched: it comes again after mac_tx_update. */
static enum outcome send_or_return(struct rbe *rbe, mblk_t *mp)
{
    if (!rbe_tx_has_room(rbe))
        (void) dp_tx_complete(&rbe->tx, RBE_SLOTS, rbe_tx_done, rbe);
    if (!rbe_tx_has_room(rbe))
        return (RETURNED);
    mp->b_next = NULL;
    send(rbe, mp);
    return (TAKEN);
}
// end::encap[]

// tag::transmit[]
/* mc_tx(9E): sends or drops each frame of the chain, or returns it with all behind it. */
mblk_t *rbe_m_tx(void *arg, mblk_t *chain)
{
    struct rbe *rbe = arg;
    mblk_t *next;

    mutex_enter(&rbe->lock);
    if (!rbe->running || rbe->link != LINK_STATE_UP) {
        mutex_exit(&rbe->lock);
        freemsgchain(chain); /* without a link nothing would ever say: go on */
        return (NULL);
    }
    for (; chain != NULL; chain = next) {
        next = chain->b_next;
        if (send_or_return(rbe, chain) == RETURNED) {
            rbe->blocked = B_TRUE;
            break;
        }
    }
    dp_kick(&rbe->tx.ring); /* one doorbell for all of them */
    rbe_exit(rbe);
    return (chain);
}
// end::transmit[]

// tag::txdone[]
/* The device is done with a frame, or was reset under it: unbind, and only then free. */
void rbe_tx_done(void *os, void *packet)
{
    struct rbe *rbe = os;
    struct rbe_tx_frame *frame = packet;
    mblk_t *mp = frame->mp;

    release(rbe, frame);
    put_off(rbe, mp);
}
// end::txdone[]
