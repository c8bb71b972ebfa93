/* sys/param.h: sizes every kernel source may use. FreeBSD 15; param(3), style(9). */
#ifndef MOCK_SYS_PARAM_H
#define MOCK_SYS_PARAM_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <errno.h>

typedef const char *c_caddr_t;               /* sys/types.h */
typedef uint64_t vm_paddr_t;                 /* sys/types.h, amd64 */

#define MCLBYTES 2048                        /* sys/param.h: bytes of an mbuf cluster */
#define MSIZE 256                            /* sys/param.h: bytes of an mbuf, header included */
#define nitems(x) (sizeof(x) / sizeof((x)[0])) /* sys/param.h */
#define __unused __attribute__((__unused__)) /* sys/cdefs.h */

#endif
