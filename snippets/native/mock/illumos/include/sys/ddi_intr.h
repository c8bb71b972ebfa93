/* sys/ddi_intr.h: ddi_intr_alloc(9F) and what belongs to it. illumos 2020-11. */
#ifndef MOCK_SYS_DDI_INTR_H
#define MOCK_SYS_DDI_INTR_H

#include <sys/types.h>

#define DDI_INTR_CLAIMED 1
#define DDI_INTR_UNCLAIMED 0
#define DDI_INTR_TYPE_FIXED 0x1
#define DDI_INTR_TYPE_MSI 0x2
#define DDI_INTR_TYPE_MSIX 0x4
#define DDI_INTR_ALLOC_NORMAL 0
#define DDI_INTR_ALLOC_STRICT 1
#define DDI_INTR_PRI(priority) (void *)((uintptr_t)(priority))
#define DDI_IPL_0 (0)

typedef struct __ddi_intr_handle *ddi_intr_handle_t;
typedef uint_t(ddi_intr_handler_t)(caddr_t arg1, caddr_t arg2);

int ddi_intr_get_supported_types(dev_info_t *dip, int *types); /* (9F) */
int ddi_intr_alloc(dev_info_t *dip, ddi_intr_handle_t *handles, int type, int number, int count,
                   int *actual, int behavior);                 /* ddi_intr_alloc(9F) */
int ddi_intr_free(ddi_intr_handle_t handle);                   /* ddi_intr_alloc(9F) */
int ddi_intr_get_pri(ddi_intr_handle_t handle, uint_t *priority); /* ddi_intr_get_pri(9F) */
uint_t ddi_intr_get_hilevel_pri(void);                         /* (9F) */
int ddi_intr_add_handler(ddi_intr_handle_t handle, ddi_intr_handler_t handler, void *arg1,
                         void *arg2);                          /* ddi_intr_add_handler(9F) */
int ddi_intr_remove_handler(ddi_intr_handle_t handle);         /* ddi_intr_add_handler(9F) */
int ddi_intr_enable(ddi_intr_handle_t handle);                 /* ddi_intr_enable(9F) */
int ddi_intr_disable(ddi_intr_handle_t handle);                /* ddi_intr_enable(9F) */

#endif
