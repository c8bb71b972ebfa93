/*
 * A piece of a frame, as it goes from hand to hand without a copy: whoever has it last
 * calls its free, which brings it home. lwIP's pbuf with a custom free function is alike
 * (pbuf_alloced_custom; from memory, not checked).
 */
#ifndef RTOS_NETBUF_H
#define RTOS_NETBUF_H

#include <rtos/kernel.h>

enum {
    NETBUF_WANTS_CHECKSUMS = 1, /* to send: the fields of IP, TCP or UDP are 0 */
    NETBUF_IP_GOOD = 2,         /* received: the device has checked */
    NETBUF_TRANSPORT_GOOD = 4
};

struct netbuf {
    struct netbuf *next;       /* the next piece of the same frame */
    struct netbuf *next_frame; /* for whoever has the frame */
    uint8_t *data;
    uint16_t length;           /* bytes of this piece */
    uint16_t flags;            /* of the frame, in its first piece */
    void (*free)(struct netbuf *piece);
    void *home;                /* the owner's */
};

/* Sends all pieces of a frame home. */
static inline void netbuf_free(struct netbuf *frame)
{
    struct netbuf *next;

    for (; frame; frame = next) {
        next = frame->next;
        frame->free(frame);
    }
}

#endif
