/* sys/vlan.h. illumos 2020-11. */
#ifndef MOCK_SYS_VLAN_H
#define MOCK_SYS_VLAN_H

#define VLAN_TAGSZ 4

#endif
