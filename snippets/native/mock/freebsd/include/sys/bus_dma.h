/* sys/bus_dma.h. FreeBSD 15. */
#ifndef MOCK_SYS_BUS_DMA_H
#define MOCK_SYS_BUS_DMA_H

#include <machine/bus.h>

#endif
