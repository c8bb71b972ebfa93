/* sys/stream.h: mblk(9S), datab(9S), free_rtn(9S), allocb(9F). illumos 2020-11. */
#ifndef MOCK_SYS_STREAM_H
#define MOCK_SYS_STREAM_H

#include <sys/types.h>

struct queue;
typedef struct queue queue_t;

typedef struct free_rtn {
    void (*free_func)(caddr_t); /* in the header without parameters, in free_rtn(9S) with one */
    caddr_t free_arg;
} frtn_t;

/* mock: what mac_hcksum_get and mac_lso_get give; in the kernel it lies in a union. */
struct mock_offload {
    uint32_t start, stuff, end, value, flags, mss;
};

typedef struct datab {
    frtn_t *db_frtnp;
    unsigned char *db_base; /* first byte of the buffer */
    unsigned char *db_lim;  /* one past its last */
    unsigned char db_ref;   /* messages that refer to it */
    unsigned char db_type;
    struct mock_offload mock_offload; /* mock: asked of the device, or said by it */
    int mock_bound;                   /* mock: handles bound to bytes in it */
} dblk_t;

typedef struct msgb {
    struct msgb *b_next; /* next message of a chain */
    struct msgb *b_prev;
    struct msgb *b_cont; /* next piece of this message */
    unsigned char *b_rptr;
    unsigned char *b_wptr;
    struct datab *b_datap;
    struct msgb *mock_live; /* mock: list of all */
} mblk_t;

#define BPRI_LO 1
#define BPRI_MED 2
#define BPRI_HI 3

mblk_t *allocb(size_t size, uint_t priority); /* allocb(9F) */
mblk_t *desballoc(unsigned char *base, size_t size, uint_t priority,
                  frtn_t *free); /* esballoc(9F) */
void freeb(struct msgb *mp);     /* freeb(9F) */
void freemsg(mblk_t *mp);        /* freemsg(9F) */
mblk_t *dupmsg(mblk_t *mp);      /* dupmsg(9F) */
mblk_t *msgpullup(struct msgb *mp, ssize_t length); /* msgpullup(9F): the old one stays */

#endif
