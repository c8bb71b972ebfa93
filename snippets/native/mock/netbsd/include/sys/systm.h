/* sys/systm.h, lib/libkern/libkern.h: what is everywhere; kernel(9), delay(9), hz(9). */
#ifndef MOCK_SYS_SYSTM_H
#define MOCK_SYS_SYSTM_H

#include <sys/param.h>
#include <string.h>

extern int hz;                               /* sys/kernel.h: ticks a second */

void delay(unsigned int microseconds);       /* delay(9): spins, so from any context */
#define DELAY(microseconds) delay(microseconds) /* sys/param.h */

size_t strlcpy(char *to, const char *from, size_t bytes); /* lib/libkern/libkern.h */

/* kassert(9), of a kernel with DIAGNOSTIC. */
#define KASSERT(holds) mock_kassert(holds, #holds)
void mock_kassert(bool holds, const char *what);

#endif
