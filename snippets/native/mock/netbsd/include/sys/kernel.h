/* sys/kernel.h: hz(9). */
#ifndef MOCK_SYS_KERNEL_H
#define MOCK_SYS_KERNEL_H

#include <sys/systm.h>



#endif
