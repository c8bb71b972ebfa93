/* net/bpf.h: bpf(4). */
#ifndef MOCK_NET_BPF_H
#define MOCK_NET_BPF_H

#include <net/if.h>

#if __NetBSD_Version__ >= 1000000000
#define BPF_D_IN 1
#define BPF_D_OUT 2
void bpf_mtap(struct ifnet *ifp, struct mbuf *m, u_int direction); /* net/bpf.h: static inline */
#else
void bpf_mtap(struct ifnet *ifp, struct mbuf *m); /* net/bpf.h: static inline */
#endif

#endif
