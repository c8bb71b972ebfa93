/* sys/kernel.h. FreeBSD 15. */
#ifndef MOCK_SYS_KERNEL_H
#define MOCK_SYS_KERNEL_H

#include <sys/systm.h>

#endif
