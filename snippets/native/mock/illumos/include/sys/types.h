/* sys/types.h, sys/types32.h; the host's types lie below. illumos 2020-11. */
#ifndef MOCK_SYS_TYPES_H
#define MOCK_SYS_TYPES_H

#include_next <sys/types.h>
#include <stddef.h>
#include <stdint.h>

typedef unsigned char uchar_t;
typedef unsigned short ushort_t;
typedef unsigned int uint_t;
typedef unsigned long ulong_t;
typedef char *caddr_t;
typedef long long hrtime_t; /* nanoseconds */
typedef long long offset_t;
typedef enum { B_FALSE = 0, B_TRUE = 1 } boolean_t;
typedef uint_t t_uscalar_t;
typedef struct cred cred_t; /* sys/cred.h */

/* sys/dditypes.h: opaque to drivers. */
typedef struct dev_info dev_info_t;

#define NANOSEC 1000000000LL /* sys/time.h */

#endif
