/* sys/ddi.h: drv_usecwait(9F). illumos 2020-11. */
#ifndef MOCK_SYS_DDI_H
#define MOCK_SYS_DDI_H

#include <sys/types.h>
#include <sys/debug.h>

void drv_usecwait(clock_t microseconds); /* drv_usecwait(9F): busy, so anywhere */

#endif
