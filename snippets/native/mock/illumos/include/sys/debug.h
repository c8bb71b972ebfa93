/* sys/debug.h: ASSERT(9F), as in a kernel built with DEBUG. illumos 2020-11. */
#ifndef MOCK_SYS_DEBUG_H
#define MOCK_SYS_DEBUG_H

int assfail(const char *condition, const char *file, int line); /* sys/debug.h */

#define ASSERT(condition) ((void)((condition) || assfail(#condition, __FILE__, __LINE__)))

#endif
