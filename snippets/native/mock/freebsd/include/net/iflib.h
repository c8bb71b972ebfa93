/* net/iflib.h: iflib(9), iflibdi(9), iflibtxrx(9). FreeBSD 15; members that drivers here use. */
#ifndef MOCK_NET_IFLIB_H
#define MOCK_NET_IFLIB_H

#include <net/if_media.h>
#include <net/if_var.h>
#include <sys/bus.h>

typedef uint16_t qidx_t;
typedef struct iflib_ctx *if_ctx_t;
struct ifi2creq;

#define IFLIB_MAGIC 0xCAFEF00D
#define IFLIB_MAX_RX_SEGS 64
#define IFLIB_SKIP_MSIX 0x02
#define IFLIB_TSO_INIT_IP 0x20               /* iflib prepares lengths of frames to be cut */
#define IFLIB_NEED_ETHER_PAD 0x100
#define IPI_TX_IPV4 0x2
#define IPI_TX_IPV6 0x4

typedef struct if_rxd_frag {
    uint8_t irf_flid;
    qidx_t irf_idx;
    uint16_t irf_len;
} *if_rxd_frag_t;

typedef struct if_rxd_info {
    uint16_t iri_qsidx, iri_vtag, iri_len;
    qidx_t iri_cidx;
    if_rxd_frag_t iri_frags;
    uint32_t iri_csum_flags, iri_csum_data;
    uint8_t iri_flags, iri_nfrags;
} *if_rxd_info_t;

typedef struct if_rxd_update {
    uint64_t *iru_paddrs;
    qidx_t *iru_idxs;
    qidx_t iru_pidx;
    uint16_t iru_qsidx, iru_count, iru_buf_size;
    uint8_t iru_flidx;
} *if_rxd_update_t;

typedef struct if_pkt_info {
    bus_dma_segment_t *ipi_segs;
    uint32_t ipi_len;
    uint16_t ipi_qsidx;
    qidx_t ipi_nsegs, ipi_ndescs;
    uint16_t ipi_flags;
    qidx_t ipi_pidx, ipi_new_pidx;           /* new: set by the driver */
    uint8_t ipi_ehdrlen, ipi_ip_hlen, ipi_tcp_hlen, ipi_ipproto;
    uint32_t ipi_csum_flags;
    uint16_t ipi_tso_segsz, ipi_vtag, ipi_etype;
    uint8_t ipi_mflags;
} *if_pkt_info_t;

typedef struct pci_vendor_info {
    uint32_t pvi_vendor_id, pvi_device_id;
    const char *pvi_name;
} pci_vendor_info_t;
#define PVID(vendor, device, name) {vendor, device, name}
#define PVID_END {0, 0, NULL}

typedef struct if_txrx {
    int (*ift_txd_encap)(void *softc, if_pkt_info_t packet);
    void (*ift_txd_flush)(void *softc, uint16_t queue, qidx_t pidx);
    int (*ift_txd_credits_update)(void *softc, uint16_t queue, bool clear);
    int (*ift_rxd_available)(void *softc, uint16_t queue, qidx_t index, qidx_t budget);
    int (*ift_rxd_pkt_get)(void *softc, if_rxd_info_t frame);
    void (*ift_rxd_refill)(void *softc, if_rxd_update_t update);
    void (*ift_rxd_flush)(void *softc, uint16_t queue, uint8_t list, qidx_t pidx);
    int (*ift_legacy_intr)(void *softc);
} *if_txrx_t;

typedef struct if_softc_ctx {
    int isc_nrxqsets_max, isc_ntxqsets_max, isc_tx_nsegments;
    int isc_ntxd[8], isc_nrxd[8];
    uint32_t isc_txqsizes[8], isc_rxqsizes[8];
    uint8_t isc_txd_size[8], isc_rxd_size[8];
    int isc_tx_tso_segments_max, isc_tx_tso_size_max, isc_tx_tso_segsize_max;
    int isc_tx_csum_flags, isc_capabilities, isc_capenable;
    uint16_t isc_rxd_buf_size[8], isc_max_frame_size, isc_min_frame_size;
    int isc_disable_msix;
    if_txrx_t isc_txrx;
} *if_softc_ctx_t;

struct if_shared_ctx {
    unsigned isc_magic;
    driver_t *isc_driver;
    bus_size_t isc_q_align, isc_tx_maxsize, isc_tx_maxsegsize, isc_tso_maxsize;
    bus_size_t isc_tso_maxsegsize, isc_rx_maxsize, isc_rx_maxsegsize;
    int isc_rx_nsegments;
    const pci_vendor_info_t *isc_vendor_info;
    const char *isc_driver_version;
    int isc_nrxd_min[8], isc_nrxd_default[8], isc_nrxd_max[8];
    int isc_ntxd_min[8], isc_ntxd_default[8], isc_ntxd_max[8];
    int isc_nfl, isc_ntxqs, isc_nrxqs, isc_flags;
};

int iflib_device_probe(device_t device);
int iflib_device_attach(device_t device);
int iflib_device_detach(device_t device);
int iflib_device_shutdown(device_t device);
void *iflib_get_softc(if_ctx_t ctx);
device_t iflib_get_dev(if_ctx_t ctx);
if_t iflib_get_ifp(if_ctx_t ctx);
struct ifmedia *iflib_get_media(if_ctx_t ctx);
if_softc_ctx_t iflib_get_softc_ctx(if_ctx_t ctx);
void iflib_set_mac(if_ctx_t ctx, uint8_t address[ETHER_ADDR_LEN]);
void iflib_admin_intr_deferred(if_ctx_t ctx);    /* from a filter too */
void iflib_link_state_change(if_ctx_t ctx, int state, uint64_t rate);

#endif
