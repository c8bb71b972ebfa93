/*
 * What the core asks of a FreeBSD kernel under iflib: as in ../dp_os.h, but iflib owns the
 * rings' memory and syncs it around each call into the driver, so the core must not.
 */
#ifndef DP_OS_IFLIB_H
#define DP_OS_IFLIB_H

#include "../dp_os.h"

#undef dp_sync_for_cpu
#undef dp_sync_for_device
#define dp_sync_for_cpu(ring) ((void)(ring))
#define dp_sync_for_device(ring) ((void)(ring))

#endif
