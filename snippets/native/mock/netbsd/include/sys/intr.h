/* sys/intr.h, machine/intrdefs.h of amd64: spl(9), softint(9). */
#ifndef MOCK_SYS_INTR_H
#define MOCK_SYS_INTR_H

#include <sys/systm.h>

#define IPL_NONE 0x0                         /* machine/intrdefs.h */
#define IPL_SOFTCLOCK 0x2
#define IPL_SOFTBIO 0x3
#define IPL_SOFTNET 0x4
#define IPL_SOFTSERIAL 0x5
#define IPL_VM 0x6
#define IPL_SCHED 0x7
#define IPL_NET IPL_VM                       /* sys/intr.h */

#define SOFTINT_BIO 0x0000
#define SOFTINT_CLOCK 0x0001
#define SOFTINT_SERIAL 0x0002
#define SOFTINT_NET 0x0003
#define SOFTINT_MPSAFE 0x0100

void *softint_establish(u_int flags, void (*function)(void *), void *argument);
void softint_disestablish(void *softint);    /* waits */
void softint_schedule(void *softint);        /* KASSERT(kpreempt_disabled()) */

#endif
