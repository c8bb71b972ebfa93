/* sys/modctl.h: modlinkage(9S), mod_install(9F), _init(9E). illumos 2020-11. */
#ifndef MOCK_SYS_MODCTL_H
#define MOCK_SYS_MODCTL_H

#include <sys/devops.h>

#define MODREV_1 1

struct mod_ops;
struct modinfo;

struct modldrv {
    struct mod_ops *drv_modops;
    char *drv_linkinfo;
    struct dev_ops *drv_dev_ops;
};

struct modlinkage {
    int ml_rev;
    void *ml_linkage[7]; /* ends with NULL */
};

extern struct mod_ops mod_driverops;

int mod_install(struct modlinkage *linkage); /* mod_install(9F) */
int mod_remove(struct modlinkage *linkage);  /* mod_install(9F) */
int mod_info(struct modlinkage *linkage, struct modinfo *info); /* mod_install(9F) */

/* A program on the host has entry points of these names. */
#define _init mock_module_init
#define _fini mock_module_fini
#define _info mock_module_info
int _init(void);                 /* _init(9E) */
int _fini(void);                 /* _fini(9E) */
int _info(struct modinfo *info); /* _info(9E) */

#endif
