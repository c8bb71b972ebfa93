/* linux/rtnetlink.h; Documentation/networking/netdevices.rst */
#ifndef MOCK_LINUX_RTNETLINK_H
#define MOCK_LINUX_RTNETLINK_H

void rtnl_lock(void);
void rtnl_unlock(void);

#endif
