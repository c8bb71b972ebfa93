/* sys/devops.h: dev_ops(9S). illumos 2020-11. */
#ifndef MOCK_SYS_DEVOPS_H
#define MOCK_SYS_DEVOPS_H

#include <sys/types.h>
#include <sys/conf.h>

typedef enum { DDI_ATTACH = 0, DDI_RESUME = 1, DDI_PM_RESUME = 2 } ddi_attach_cmd_t;
typedef enum { DDI_DETACH = 0, DDI_SUSPEND = 1, DDI_PM_SUSPEND = 2 } ddi_detach_cmd_t;

#define DEVO_REV 4
#define CB_REV 1

struct cb_ops {
    int cb_flag; /* driver compatibility flag */
    int cb_rev;
};

struct dev_ops {
    int devo_rev;
    int (*devo_attach)(dev_info_t *dip, ddi_attach_cmd_t command);
    int (*devo_detach)(dev_info_t *dip, ddi_detach_cmd_t command);
    struct cb_ops *devo_cb_ops;
    int (*devo_quiesce)(dev_info_t *dip);
};

/* sys/devops.h: the operations of a STREAMS driver that is MAC's for the rest. */
#define DDI_DEFINE_STREAM_OPS(ops, identify, probe, attach, detach, reset, info, flag, tab, \
                              quiesce) \
    static struct cb_ops cb_##ops = {.cb_flag = (int)(flag), .cb_rev = CB_REV}; \
    static struct dev_ops ops = {.devo_rev = DEVO_REV, \
                                 .devo_attach = (attach), \
                                 .devo_detach = (detach), \
                                 .devo_cb_ops = &cb_##ops, \
                                 .devo_quiesce = (quiesce)}

#endif
