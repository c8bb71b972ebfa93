/* sys/socket.h: socket(2). */
#ifndef MOCK_SYS_SOCKET_H
#define MOCK_SYS_SOCKET_H

#include <sys/param.h>

typedef unsigned char sa_family_t;           /* sys/ansi.h: __uint8_t */

struct sockaddr {
    unsigned char sa_len;
    sa_family_t sa_family;
    char sa_data[14];
};
#define AF_LINK 18

#endif
