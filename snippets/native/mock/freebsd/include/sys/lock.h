/* sys/lock.h: locking(9). FreeBSD 15. */
#ifndef MOCK_SYS_LOCK_H
#define MOCK_SYS_LOCK_H

#include <sys/systm.h>

#endif
