/* Entry points that attach hands to the kernel. FreeBSD 15. */
#ifndef IF_RBE_INTR_H
#define IF_RBE_INTR_H

#include "if_rbevar.h"

int rbe_filter(void *arg);
void rbe_tick(void *arg);
void rbe_task(void *arg, int pending);
uint64_t rbe_get_counter(if_t ifp, ift_counter counter);
void rbe_media_init(struct rbe_softc *sc);

#endif
