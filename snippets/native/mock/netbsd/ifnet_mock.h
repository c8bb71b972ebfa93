/* What the parts of the stack's mock know of the interface. */
#ifndef IFNET_MOCK_H
#define IFNET_MOCK_H

#include "mock.h"

enum { MOCK_INDEX = 7 };

/* State beside struct ifnet, from if_initialize to if_detach. */
struct mock_interface {
    bool ether, registered;
    int link;
    struct sockaddr_dl *address;
    kmutex_t queue_lock, groups_lock, ioctl_lock;
};

void mock_count_received(struct ifnet *ifp); /* the stack does where the driver need not */
int mock_ifioctl_common(struct ifnet *ifp, u_long command, void *data);
void mock_forget_groups(struct ethercom *ec);

#endif
