/* sys/sysmacros.h. illumos 2020-11. */
#ifndef MOCK_SYS_SYSMACROS_H
#define MOCK_SYS_SYSMACROS_H

#ifndef MIN
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#endif

#endif
