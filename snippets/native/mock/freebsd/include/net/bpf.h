/* net/bpf.h: bpf(9). FreeBSD 15. */
#ifndef MOCK_NET_BPF_H
#define MOCK_NET_BPF_H

#include <net/ethernet.h>

#endif
