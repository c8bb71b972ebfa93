/* machine/resource.h: bus_alloc_resource(9). FreeBSD 15. */
#ifndef MOCK_MACHINE_RESOURCE_H
#define MOCK_MACHINE_RESOURCE_H

#define SYS_RES_IRQ 1
#define SYS_RES_MEMORY 3

#endif
