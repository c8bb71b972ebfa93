/* sys/socket.h: socket(2). FreeBSD 15. */
#ifndef MOCK_SYS_SOCKET_H
#define MOCK_SYS_SOCKET_H

#include <sys/types.h>
#include <stdint.h>

struct sockaddr {
    uint8_t sa_len, sa_family;
    char sa_data[14];
};
#define AF_LINK 18

#endif
