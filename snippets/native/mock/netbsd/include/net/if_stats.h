/* net/if_stats.h of NetBSD 10: if_stats(9), counters on each CPU. */
#ifndef MOCK_NET_IF_STATS_H
#define MOCK_NET_IF_STATS_H

#include <net/if.h>

#if __NetBSD_Version__ >= 1000000000
typedef enum {
    if_ipackets = 0,
    if_ierrors = 1,
    if_opackets = 2,
    if_oerrors = 3
} if_stat_t;

static inline void if_statinc(struct ifnet *ifp, if_stat_t counter)
{
    ifp->counters[counter]++;
}
#endif

#endif
