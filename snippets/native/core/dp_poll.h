/*
 * One run of a poll with a budget, and how it ends: unmask, then look. Looking first and
 * unmasking then leaves a gap between the two, in which a frame is lost from sight.
 */
#ifndef DP_POLL_H
#define DP_POLL_H

#include "dp_os.h"

struct dp_poll_ops {
    uint32_t (*poll)(void *os, uint32_t budget); /* slots consumed, 0 to budget */
    void (*mask)(void *os);
    void (*unmask)(void *os);
    bool (*has_work)(void *os);
};

/* True if it must be run again after others had their turn; interrupts are masked then. */
static inline bool dp_poll_run(const struct dp_poll_ops *ops, void *os, uint32_t budget)
{
    if (ops->poll(os, budget) == budget)
        return true;
    ops->unmask(os);
    if (!ops->has_work(os))
        return false;
    ops->mask(os);
    return true;
}

#endif
