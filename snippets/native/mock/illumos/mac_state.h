/* What the two halves of GLDv3's mock share: mac.c and stack.c. */
#ifndef MAC_STATE_H
#define MAC_STATE_H

#include "mock.h"

struct __mac_handle {
    mac_callbacks_t *callbacks;
    void *driver;
    uint_t sdu, margin;
    bool started, blocked;
    mblk_t *waiting; /* the driver has returned it, or it came after that */
    link_state_t link;
};

/* The one that is registered, or NULL. */
extern mac_handle_t mac;

/* All but a few calls of MAC's want no lock, and an instance that is registered. */
void mock_check_call(mac_handle_t handle, const char *call);

#endif
