/* sys/device.h, sys/pmf.h: driver(9), autoconf(9), pmf(9). */
#ifndef MOCK_SYS_DEVICE_H
#define MOCK_SYS_DEVICE_H

#include <sys/systm.h>

typedef struct device *device_t;             /* sys/device_if.h */
typedef struct cfdata *cfdata_t;
typedef enum devact { DVACT_DEACTIVATE = 0 } devact_t;

struct cfattach {
    const char *ca_name;
    size_t ca_devsize; /* of the softc */
    int ca_flags;
    int (*ca_match)(device_t, cfdata_t, void *);
    void (*ca_attach)(device_t, device_t, void *);
    int (*ca_detach)(device_t, int);
    int (*ca_activate)(device_t, devact_t);
    int (*ca_rescan)(device_t, const char *, const int *);
    void (*ca_childdetached)(device_t, device_t);
};

#define DVF_PRIV_ALLOC 0x0002
#define DVF_DETACH_SHUTDOWN 0x0080
#define DETACH_FORCE 0x01
#define DETACH_SHUTDOWN 0x04

/* One driver in a program: the mock's autoconf finds it here. */
extern const struct cfattach *const mock_cfattach; /* mock */
#define CFATTACH_DECL3_NEW(name, bytes, match, attach, detach, activate, rescan, gone, flags) \
    struct cfattach name##_ca = {#name, bytes, (flags) | DVF_PRIV_ALLOC, match, attach, detach, \
                                 activate, rescan, gone}; \
    const struct cfattach *const mock_cfattach = &name##_ca
#define CFATTACH_DECL_NEW(name, bytes, match, attach, detach, activate) \
    CFATTACH_DECL3_NEW(name, bytes, match, attach, detach, activate, NULL, NULL, 0)

void *device_private(device_t device);
const char *device_xname(device_t device);
void device_printf(device_t device, const char *format, ...) __attribute__((format(printf, 2, 3)));
void aprint_error_dev(device_t device, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

struct ifnet;
typedef struct pmf_qual pmf_qual_t;          /* sys/pmf.h */
bool pmf_device_register1(device_t device, bool (*suspend)(device_t, const pmf_qual_t *),
                          bool (*resume)(device_t, const pmf_qual_t *),
                          bool (*shutdown)(device_t, int));
#define pmf_device_register(device, suspend, resume) \
    pmf_device_register1(device, suspend, resume, NULL)
void pmf_device_deregister(device_t device);
void pmf_class_network_register(device_t device, struct ifnet *ifp);

#endif
