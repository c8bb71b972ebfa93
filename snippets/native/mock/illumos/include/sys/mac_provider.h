/* sys/mac_provider.h: GLDv3, mac(9E), mac_callbacks(9S), mac_register(9S). illumos 2020-11. */
#ifndef MOCK_SYS_MAC_PROVIDER_H
#define MOCK_SYS_MAC_PROVIDER_H

#include <sys/types.h>
#include <sys/ddi.h>
#include <sys/sunddi.h>
#include <sys/stream.h>
#include <sys/mac.h>

struct dev_ops;

#define MAC_VERSION_V1 0x1
#define MAC_VERSION MAC_VERSION_V1
#define XCVR_1000T 7

typedef enum {
    MAC_CAPAB_HCKSUM = 0x00000001,
    MAC_CAPAB_LSO = 0x00000008,
    MAC_CAPAB_RINGS = 0x00000010,
    MAC_CAPAB_SHARES = 0x00000020,
    MAC_CAPAB_VNIC = 0x00010000,
    MAC_CAPAB_TRANSCEIVER = 0x01000000,
    MAC_CAPAB_LED = 0x02000000
} mac_capab_t;

#define LSO_TX_BASIC_TCP_IPV4 0x01

typedef struct lso_basic_tcp_ipv4_s {
    t_uscalar_t lso_max; /* bytes of payload */
} lso_basic_tcp_ipv4_t;

typedef struct lso_basic_tcp_ipv6_s {
    t_uscalar_t lso_max; /* bytes of payload */
} lso_basic_tcp_ipv6_t;

typedef struct mac_capab_lso_s {
    t_uscalar_t lso_flags;
    lso_basic_tcp_ipv4_t lso_basic_tcp_ipv4;
    lso_basic_tcp_ipv6_t lso_basic_tcp_ipv6;
} mac_capab_lso_t;

typedef struct __mac_prop_info_handle *mac_prop_info_handle_t;

typedef int (*mac_getstat_t)(void *, uint_t, uint64_t *);          /* mc_getstat(9E) */
typedef int (*mac_start_t)(void *);                                /* mc_start(9E) */
typedef void (*mac_stop_t)(void *);                                /* mc_start(9E) */
typedef int (*mac_setpromisc_t)(void *, boolean_t);                /* mc_setpromisc(9E) */
typedef int (*mac_multicst_t)(void *, boolean_t, const uint8_t *); /* mc_multicst(9E) */
typedef int (*mac_unicst_t)(void *, const uint8_t *);              /* mc_unicst(9E) */
typedef void (*mac_ioctl_t)(void *, queue_t *, mblk_t *);          /* mc_ioctl(9E) */
typedef mblk_t *(*mac_tx_t)(void *, mblk_t *);                     /* mc_tx(9E) */
typedef boolean_t (*mac_getcapab_t)(void *, mac_capab_t, void *);  /* mc_getcapab(9E) */
typedef int (*mac_open_t)(void *);                                 /* mc_open(9E) */
typedef void (*mac_close_t)(void *);                               /* mc_open(9E) */
typedef int (*mac_set_prop_t)(void *, const char *, mac_prop_id_t, uint_t,
                              const void *);                       /* mc_setprop(9E) */
typedef int (*mac_get_prop_t)(void *, const char *, mac_prop_id_t, uint_t,
                              void *);                             /* mc_getprop(9E) */
typedef void (*mac_prop_info_t)(void *, const char *, mac_prop_id_t,
                                mac_prop_info_handle_t);           /* mc_propinfo(9E) */

typedef struct mac_callbacks_s {
    uint_t mc_callbacks; /* which of the optional ones are set */
    mac_getstat_t mc_getstat;
    mac_start_t mc_start;
    mac_stop_t mc_stop;
    mac_setpromisc_t mc_setpromisc;
    mac_multicst_t mc_multicst;
    mac_unicst_t mc_unicst;
    mac_tx_t mc_tx;
    void *mc_reserved;
    mac_ioctl_t mc_ioctl;
    mac_getcapab_t mc_getcapab;
    mac_open_t mc_open;
    mac_close_t mc_close;
    mac_set_prop_t mc_setprop;
    mac_get_prop_t mc_getprop;
    mac_prop_info_t mc_propinfo;
} mac_callbacks_t;

#define MC_IOCTL 0x0002
#define MC_GETCAPAB 0x0004
#define MC_OPEN 0x0008
#define MC_CLOSE 0x0010
#define MC_SETPROP 0x0020
#define MC_GETPROP 0x0040
#define MC_PROPINFO 0x0080

typedef struct mac_register_s {
    uint_t m_version; /* mac_alloc's */
    const char *m_type_ident;
    void *m_driver;
    dev_info_t *m_dip;
    uint_t m_instance;
    uint8_t *m_src_addr;
    uint8_t *m_dst_addr;
    mac_callbacks_t *m_callbacks;
    uint_t m_min_sdu;
    uint_t m_max_sdu;
    void *m_pdata;
    size_t m_pdata_size;
    char **m_priv_props;
    uint32_t m_margin;
    uint32_t m_v12n;
    uint_t m_multicast_sdu;
} mac_register_t;

void mac_init_ops(struct dev_ops *ops, const char *name);             /* mac_init_ops(9F) */
void mac_fini_ops(struct dev_ops *ops);                               /* mac_init_ops(9F) */
mac_register_t *mac_alloc(uint_t version);                            /* mac_alloc(9F) */
void mac_free(mac_register_t *registration);                          /* mac_alloc(9F) */
int mac_register(mac_register_t *registration, mac_handle_t *handle); /* mac_register(9F) */
int mac_unregister(mac_handle_t handle);                              /* mac_register(9F) */
void mac_rx(mac_handle_t handle, mac_resource_handle_t resource, mblk_t *chain); /* mac_rx(9F) */
void mac_tx_update(mac_handle_t handle);                              /* mac_tx_update(9F) */
void mac_link_update(mac_handle_t handle, link_state_t state);        /* mac_link_update(9F) */
int mac_maxsdu_update(mac_handle_t handle, uint_t sdu);               /* mac_maxsdu_update(9F) */

void mac_hcksum_get(const mblk_t *mp, uint32_t *start, uint32_t *stuff, uint32_t *end,
                    uint32_t *value, uint32_t *flags);                /* mac_hcksum_get(9F) */
void mac_hcksum_set(mblk_t *mp, uint32_t start, uint32_t stuff, uint32_t end, uint32_t value,
                    uint32_t flags);                                  /* mac_hcksum_get(9F) */
void mac_lso_get(mblk_t *mp, uint32_t *mss, uint32_t *flags);         /* mac_lso_get(9F) */

void mac_prop_info_set_default_uint32(mac_prop_info_handle_t info, uint32_t value); /* (9F) */
void mac_prop_info_set_range_uint32(mac_prop_info_handle_t info, uint32_t least,
                                    uint32_t most);                   /* mac_prop_info(9F) */
void mac_prop_info_set_perm(mac_prop_info_handle_t info, uint8_t permissions); /* same page */

#endif
