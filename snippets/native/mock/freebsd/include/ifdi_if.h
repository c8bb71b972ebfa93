/* ifdi_if.h, as made of net/ifdi_if.m: what each method of iflibdi(9) looks like. FreeBSD 15. */
#ifndef MOCK_IFDI_IF_H
#define MOCK_IFDI_IF_H

#include <net/iflib.h>

typedef void *device_register_t(device_t device); /* DEVICE_REGISTER of kern/device_if.m */
typedef int ifdi_attach_pre_t(if_ctx_t ctx);
typedef int ifdi_attach_post_t(if_ctx_t ctx);
typedef int ifdi_detach_t(if_ctx_t ctx);
typedef int ifdi_tx_queues_alloc_t(if_ctx_t ctx, caddr_t *memory, uint64_t *addresses,
                                   int queues, int sets);
typedef int ifdi_rx_queues_alloc_t(if_ctx_t ctx, caddr_t *memory, uint64_t *addresses,
                                   int queues, int sets);
typedef void ifdi_queues_free_t(if_ctx_t ctx);
typedef void ifdi_init_t(if_ctx_t ctx);
typedef void ifdi_stop_t(if_ctx_t ctx);
typedef void ifdi_intr_enable_t(if_ctx_t ctx);
typedef void ifdi_intr_disable_t(if_ctx_t ctx);
typedef int ifdi_tx_queue_intr_enable_t(if_ctx_t ctx, uint16_t queue);
typedef int ifdi_rx_queue_intr_enable_t(if_ctx_t ctx, uint16_t queue);
typedef void ifdi_timer_t(if_ctx_t ctx, uint16_t queue);
typedef void ifdi_update_admin_status_t(if_ctx_t ctx);
typedef void ifdi_multi_set_t(if_ctx_t ctx);
typedef int ifdi_promisc_set_t(if_ctx_t ctx, int flags);
typedef int ifdi_mtu_set_t(if_ctx_t ctx, uint32_t mtu);
typedef void ifdi_media_status_t(if_ctx_t ctx, struct ifmediareq *request);
typedef int ifdi_media_change_t(if_ctx_t ctx);
typedef uint64_t ifdi_get_counter_t(if_ctx_t ctx, ift_counter counter);
typedef int ifdi_i2c_req_t(if_ctx_t ctx, struct ifi2creq *request);

#endif
