/* sys/systm.h: what is everywhere in a kernel. FreeBSD 15; DELAY(9), hz(9), atomic(9). */
#ifndef MOCK_SYS_SYSTM_H
#define MOCK_SYS_SYSTM_H

#include <sys/param.h>
#include <string.h>

extern int hz;                               /* sys/kernel.h: ticks a second */
extern int ticks;                            /* sys/kernel.h */
void DELAY(int microseconds);                /* DELAY(9): spins, so from any context */

#endif
