/* net/if_dl.h: link_addr(3). FreeBSD 15. */
#ifndef MOCK_NET_IF_DL_H
#define MOCK_NET_IF_DL_H

#include <net/if.h>

struct sockaddr_dl {
    uint8_t sdl_len, sdl_family;
    uint8_t sdl_nlen, sdl_alen;
    char sdl_data[46];
};
#define LLADDR(address) ((caddr_t)((address)->sdl_data + (address)->sdl_nlen))

#endif
