/* sys/bus.h: device(9), driver(9), bus_setup_intr(9), bus_space(9). FreeBSD 15. */
#ifndef MOCK_SYS_BUS_H
#define MOCK_SYS_BUS_H

#include <sys/systm.h>
#include <machine/bus.h>
#include <sys/rman.h>
#include <sys/nv.h>

typedef struct device *device_t;

/* What each method must look like: DEVMETHOD takes nothing else. */
typedef int device_probe_t(device_t device);
typedef int device_attach_t(device_t device);
typedef int device_detach_t(device_t device);
typedef int device_shutdown_t(device_t device);
typedef int device_suspend_t(device_t device);
typedef int device_resume_t(device_t device);
typedef int pci_iov_init_t(device_t device, uint16_t count, const nvlist_t *config);

typedef void (*kobjop_t)(void); /* int in the kernel; the mock casts it, and gcc likes void */
typedef struct { /* the mock finds methods by name */
    const char *name;
    kobjop_t function;
} device_method_t;

#define DEVMETHOD(method, implementation) \
    {#method, (kobjop_t)_Generic((implementation), method##_t *: (implementation))}
#define DEVMETHOD_END {NULL, NULL}

typedef struct {
    const char *name;
    device_method_t *methods;
    size_t size; /* of the softc */
} driver_t;

#define BUS_PROBE_SPECIFIC 0                 /* DEVICE_PROBE(9): no other driver is asked */
#define BUS_PROBE_VENDOR (-10)
#define BUS_PROBE_DEFAULT (-20)
#define BUS_PROBE_GENERIC (-100)

const char *device_get_name(device_t device);
const char *device_get_nameunit(device_t device);
int device_get_unit(device_t device);
void *device_get_softc(device_t device);
void device_set_desc(device_t device, const char *description);
int device_printf(device_t device, const char *format, ...) __attribute__((format(printf, 2, 3)));

enum intr_type { INTR_TYPE_NET = 4, INTR_MPSAFE = 512 };
typedef int driver_filter_t(void *argument);
typedef void driver_intr_t(void *argument);
#define FILTER_STRAY 0x01
#define FILTER_HANDLED 0x02
#define FILTER_SCHEDULE_THREAD 0x04

struct resource *bus_alloc_resource_any(device_t device, int type, int *rid, u_int flags);
int bus_release_resource(device_t device, int type, int rid, struct resource *resource);
int bus_setup_intr(device_t device, struct resource *irq, int flags, driver_filter_t *filter,
                   driver_intr_t *handler, void *argument, void **cookie);
int bus_teardown_intr(device_t device, struct resource *irq, void *cookie); /* sleeps */
bus_dma_tag_t bus_get_dma_tag(device_t device);
uint32_t bus_read_4(struct resource *resource, bus_size_t offset);
void bus_write_4(struct resource *resource, bus_size_t offset, uint32_t value);

#endif
