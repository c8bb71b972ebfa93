/* net/if_dl.h: link(9). */
#ifndef MOCK_NET_IF_DL_H
#define MOCK_NET_IF_DL_H

#include <sys/socket.h>

struct dl_addr {
    uint8_t dl_type;
    uint8_t dl_nlen; /* bytes of the interface's name, before the address */
    uint8_t dl_alen;
    uint8_t dl_slen;
    char dl_data[24];
};

struct sockaddr_dl {
    uint8_t sdl_len;
    sa_family_t sdl_family;
    uint16_t sdl_index;
    struct dl_addr sdl_addr;
};
#define sdl_nlen sdl_addr.dl_nlen
#define sdl_alen sdl_addr.dl_alen
#define sdl_data sdl_addr.dl_data
#define CLLADDR(address) ((const char *)((address)->sdl_data + (address)->sdl_nlen))

#endif
