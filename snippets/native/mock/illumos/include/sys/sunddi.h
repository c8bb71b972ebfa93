/* sys/sunddi.h: the DDI. illumos 2020-11. */
#ifndef MOCK_SYS_SUNDDI_H
#define MOCK_SYS_SUNDDI_H

#include <string.h>
#include <strings.h>

#include <sys/types.h>
#include <sys/debug.h>
#include <sys/dditypes.h>
#include <sys/ddi_intr.h>
#include <sys/mutex.h>

void ddi_set_driver_private(dev_info_t *dip, void *data); /* ddi_get_driver_private(9F) */
void *ddi_get_driver_private(dev_info_t *dip);            /* ddi_get_driver_private(9F) */

int ddi_regs_map_setup(dev_info_t *dip, uint_t set, caddr_t *address, offset_t offset,
                       offset_t length, ddi_device_acc_attr_t *access,
                       ddi_acc_handle_t *handle);                /* ddi_regs_map_setup(9F) */
void ddi_regs_map_free(ddi_acc_handle_t *handle);                /* ddi_regs_map_free(9F) */
uint32_t ddi_get32(ddi_acc_handle_t handle, uint32_t *address);  /* ddi_get8(9F) */
void ddi_put32(ddi_acc_handle_t handle, uint32_t *address, uint32_t value); /* ddi_put8(9F) */

int pci_config_setup(dev_info_t *dip, ddi_acc_handle_t *handle); /* pci_config_setup(9F) */
void pci_config_teardown(ddi_acc_handle_t *handle);              /* pci_config_setup(9F) */
uint16_t pci_config_get16(ddi_acc_handle_t handle, off_t offset); /* pci_config_get8(9F) */
void pci_config_put16(ddi_acc_handle_t handle, off_t offset, uint16_t value); /* same page */

int ddi_dma_alloc_handle(dev_info_t *dip, ddi_dma_attr_t *attributes, int (*wait)(caddr_t),
                         caddr_t argument, ddi_dma_handle_t *handle); /* (9F) */
void ddi_dma_free_handle(ddi_dma_handle_t *handle);                   /* (9F) */
int ddi_dma_mem_alloc(ddi_dma_handle_t handle, size_t length, ddi_device_acc_attr_t *access,
                      uint_t flags, int (*wait)(caddr_t), caddr_t argument, caddr_t *memory,
                      size_t *real, ddi_acc_handle_t *access_handle); /* (9F) */
void ddi_dma_mem_free(ddi_acc_handle_t *access_handle);               /* (9F) */
int ddi_dma_addr_bind_handle(ddi_dma_handle_t handle, struct as *as, caddr_t address,
                             size_t length, uint_t flags, int (*wait)(caddr_t),
                             caddr_t argument, ddi_dma_cookie_t *cookie, uint_t *count); /* (9F) */
int ddi_dma_unbind_handle(ddi_dma_handle_t handle);                   /* (9F) */
int ddi_dma_sync(ddi_dma_handle_t handle, off_t offset, size_t length, uint_t type); /* (9F) */
int ddi_dma_ncookies(ddi_dma_handle_t handle);                        /* ddi_dma_cookie_iter(9F) */
const ddi_dma_cookie_t *ddi_dma_cookie_iter(ddi_dma_handle_t handle,
                                            const ddi_dma_cookie_t *cookie); /* (9F) */
const ddi_dma_cookie_t *ddi_dma_cookie_one(ddi_dma_handle_t handle);  /* same page */

ddi_periodic_t ddi_periodic_add(void (*function)(void *), void *argument, hrtime_t interval,
                                int level);                           /* (9F) */
void ddi_periodic_delete(ddi_periodic_t periodic);                    /* (9F) */

#endif
