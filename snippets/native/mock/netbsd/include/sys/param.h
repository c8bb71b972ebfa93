/* sys/param.h: param(3): the kernel's version and sizes that every source may use. */
#ifndef MOCK_SYS_PARAM_H
#define MOCK_SYS_PARAM_H

#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* The mock is NetBSD 10 unless it is built for the other kernel of the driver. */
#ifdef MOCK_NETBSD_VERSION
#define __NetBSD_Version__ MOCK_NETBSD_VERSION /* mock */
#else
#define __NetBSD_Version__ 1000000000 /* mock */
#endif

#define MSIZE 512                            /* machine/param.h of amd64: bytes of an mbuf */
#define MCLBYTES 2048                        /* machine/param.h: bytes of an mbuf cluster */

#ifndef __unused
#define __unused __attribute__((__unused__)) /* sys/cdefs.h */
#endif
#define __CTASSERT(holds) _Static_assert(holds, #holds) /* sys/cdefs.h: needs a semicolon */

typedef unsigned long vaddr_t;               /* machine/types.h */
typedef unsigned long paddr_t;               /* machine/types.h */

#endif
