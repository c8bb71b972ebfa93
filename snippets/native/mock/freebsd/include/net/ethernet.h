/* net/ethernet.h: ether_ifattach(9). FreeBSD 15. */
#ifndef MOCK_NET_ETHERNET_H
#define MOCK_NET_ETHERNET_H

#include <net/if_var.h>
#include <sys/endian.h>

#define ETHER_ADDR_LEN 6
#define ETHER_HDR_LEN 14
#define ETHER_VLAN_ENCAP_LEN 4
#define ETHERMTU 1500
#define ETHERMIN 46
#define ETHERTYPE_IP 0x0800
#define ETHERTYPE_VLAN 0x8100
#define ETHERTYPE_IPV6 0x86dd

struct ether_header {
    uint8_t ether_dhost[6], ether_shost[6];
    uint16_t ether_type;
};

struct ether_vlan_header {
    uint8_t evl_dhost[6], evl_shost[6];
    uint16_t evl_encap_proto, evl_tag, evl_proto;
};

void ether_ifattach(if_t ifp, const uint8_t *address);
void ether_ifdetach(if_t ifp); /* sleeps */
int ether_ioctl(if_t ifp, u_long command, caddr_t data);
void ether_bpf_mtap_if(if_t ifp, struct mbuf *m);
#define ETHER_BPF_MTAP(ifp, m) ether_bpf_mtap_if(ifp, m)

#endif
