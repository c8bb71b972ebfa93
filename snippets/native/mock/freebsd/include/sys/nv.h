/* sys/nv.h: nv(9). FreeBSD 15. */
#ifndef MOCK_SYS_NV_H
#define MOCK_SYS_NV_H

typedef struct nvlist nvlist_t;

#endif
