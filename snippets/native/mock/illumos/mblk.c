/* mblk(9S): messages in pieces; each is watched from allocb(9F) to freeb(9F). */
#include <stdio.h>
#include <stdlib.h>

#include <sys/pattr.h>
#include <sys/strsubr.h>
#include <sys/strsun.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"

static mblk_t *live;

static mblk_t **find(const mblk_t *mp)
{
    mblk_t **link = &live;

    while (*link && *link != mp)
        link = &(*link)->mock_live;
    return link;
}

bool mock_message_is_live(const mblk_t *mp)
{
    return *find(mp) != NULL;
}

static mblk_t *make(dblk_t *data)
{
    mblk_t *mp = calloc(1, sizeof *mp);

    data->db_ref++;
    mp->b_datap = data;
    mp->b_rptr = mp->b_wptr = data->db_base;
    mp->mock_live = live;
    live = mp;
    return mp;
}

static mblk_t *make_block(size_t size)
{
    dblk_t *data = calloc(1, sizeof *data);

    data->db_base = malloc(size + 1); /* the host's malloc aligns as a kernel's cache does */
    memset(data->db_base, 0xa5, size + 1);
    data->db_lim = data->db_base + size;
    return make(data);
}

mblk_t *allocb(size_t size, uint_t priority)
{
    (void)priority;
    return memory_may_fail("allocb") ? NULL : make_block(size);
}

mblk_t *desballoc(unsigned char *base, size_t size, uint_t priority, frtn_t *free_routine)
{
    dblk_t *data;

    (void)priority;
    rule_require(free_routine && free_routine->free_func, "illumos/free-routine",
                 "desballoc(9F), free_rtn(9S)", "no routine to give the buffer back");
    if (memory_may_fail("desballoc"))
        return NULL;
    data = calloc(1, sizeof *data);
    data->db_base = base;
    data->db_lim = base + size;
    data->db_frtnp = free_routine;
    return make(data);
}

/* The last reference: the free routine runs here, in the context of whoever frees. */
static void end_block(dblk_t *data)
{
    frtn_t *routine = data->db_frtnp;

    rule_require(data->mock_bound == 0, "illumos/freed-while-bound",
                 "mac(9E) MBLKS AND DMA, ddi_dma_unbind_handle(9F)",
                 "a message is freed and a handle is bound to it");
    if (!routine)
        free(data->db_base);
    free(data);
    if (routine)
        routine->free_func(routine->free_arg);
}

void freeb(mblk_t *mp)
{
    mblk_t **link = find(mp);
    dblk_t *data;

    rule_require(*link, "illumos/freed-twice", "freemsg(9F)",
                 "a message is freed that is free already");
    *link = mp->mock_live;
    data = mp->b_datap;
    memset(mp, 0xdd, sizeof *mp);
    free(mp);
    if (--data->db_ref == 0)
        end_block(data);
}

void freemsg(mblk_t *mp)
{
    while (mp) {
        mblk_t *next;

        rule_require(mock_message_is_live(mp), "illumos/freed-twice", "freemsg(9F)",
                     "a message is freed that is free already");
        next = mp->b_cont;
        freeb(mp);
        mp = next;
    }
}

void freemsgchain(mblk_t *chain)
{
    while (chain) {
        mblk_t *next = chain->b_next;

        chain->b_next = NULL;
        freemsg(chain);
        chain = next;
    }
}

mblk_t *dupmsg(mblk_t *mp)
{
    mblk_t *head = NULL, **link = &head;

    for (; mp; mp = mp->b_cont) {
        *link = make(mp->b_datap);
        (*link)->b_rptr = mp->b_rptr;
        (*link)->b_wptr = mp->b_wptr;
        link = &(*link)->b_cont;
    }
    return head;
}

size_t msgsize(mblk_t *mp)
{
    size_t bytes = 0;

    for (; mp; mp = mp->b_cont)
        bytes += (size_t)MBLKL(mp);
    return bytes;
}

mblk_t *msgpullup(mblk_t *mp, ssize_t length)
{
    mblk_t *whole;

    rule_require(length == -1, "mock/msgpullup", "mock", "only whole messages are pulled up");
    if (memory_may_fail("msgpullup"))
        return NULL;
    whole = make_block(msgsize(mp));
    whole->b_datap->mock_offload = mp->b_datap->mock_offload;
    for (; mp; mp = mp->b_cont) {
        memcpy(whole->b_wptr, mp->b_rptr, (size_t)MBLKL(mp));
        whole->b_wptr += MBLKL(mp);
    }
    return whole;
}

/* What the stack asks of the device, and what the device says to the stack. */

void mac_hcksum_get(const mblk_t *mp, uint32_t *start, uint32_t *stuff, uint32_t *end,
                    uint32_t *value, uint32_t *flags)
{
    *start = mp->b_datap->mock_offload.start;
    *stuff = mp->b_datap->mock_offload.stuff;
    *end = mp->b_datap->mock_offload.end;
    *value = mp->b_datap->mock_offload.value;
    *flags = mp->b_datap->mock_offload.flags & ~(uint32_t)HW_LSO;
}

void mac_hcksum_set(mblk_t *mp, uint32_t start, uint32_t stuff, uint32_t end, uint32_t value,
                    uint32_t flags)
{
    mp->b_datap->mock_offload.start = start;
    mp->b_datap->mock_offload.stuff = stuff;
    mp->b_datap->mock_offload.end = end;
    mp->b_datap->mock_offload.value = value;
    mp->b_datap->mock_offload.flags = flags;
}

void mac_lso_get(mblk_t *mp, uint32_t *mss, uint32_t *flags)
{
    *flags = mp->b_datap->mock_offload.flags & HW_LSO;
    *mss = *flags ? mp->b_datap->mock_offload.mss : 0;
}

void mock_ask(mblk_t *mp, uint32_t flags, uint32_t start, uint32_t stuff, uint32_t mss)
{
    mac_hcksum_set(mp, start, stuff, 0, 0, flags);
    mp->b_datap->mock_offload.mss = mss;
}

/* Pieces of nearly the same length, at odd places. */
mblk_t *mock_message(const uint8_t *bytes, int length, int pieces)
{
    mblk_t *head = NULL, **link = &head, *mp;
    int i, part, done = 0;

    for (i = 0; i < pieces; i++) {
        part = (length - done) / (pieces - i);
        mp = make_block((size_t)part + 2);
        mp->b_rptr = mp->b_wptr += 2;
        memcpy(mp->b_wptr, bytes + done, (size_t)part);
        mp->b_wptr += part;
        done += part;
        *link = mp;
        link = &mp->b_cont;
    }
    return head;
}

static bool is_in(const dblk_t *data, const uint8_t *memory)
{
    return memory >= data->db_base && memory < data->db_lim;
}

bool mock_message_bind(const void *memory, int by)
{
    mblk_t *mp;

    for (mp = live; mp; mp = mp->mock_live)
        if (is_in(mp->b_datap, memory)) {
            mp->b_datap->mock_bound += by;
            return true;
        }
    return false;
}

bool mock_is_lent(const void *memory, size_t bytes)
{
    const mblk_t *mp;

    for (mp = live; mp; mp = mp->mock_live)
        if (mp->b_datap->db_base >= (const uint8_t *)memory &&
            mp->b_datap->db_base < (const uint8_t *)memory + bytes)
            return true;
    return false;
}

int mock_message_leaks(void)
{
    const mblk_t *mp;
    int count = 0;

    for (mp = live; mp; mp = mp->mock_live)
        count++;
    if (count > 0)
        fprintf(stderr, "leak: %d messages\n", count);
    return count;
}
