/* sys/dditypes.h, sys/ddidmareq.h: ddi_dma_attr(9S), ddi_dma_cookie(9S). illumos 2020-11. */
#ifndef MOCK_SYS_DDITYPES_H
#define MOCK_SYS_DDITYPES_H

#include <sys/types.h>

#define DDI_SUCCESS 0
#define DDI_FAILURE (-1)
#define DDI_EAGAIN (-3)
#define DDI_EINVAL (-4)

struct as;
typedef struct __ddi_dma_handle *ddi_dma_handle_t;
typedef struct __ddi_acc_handle *ddi_acc_handle_t;
typedef struct __ddi_periodic *ddi_periodic_t;

typedef struct {
    union {
        uint64_t _dmac_ll;
        uint32_t _dmac_la[2];
    } _dmu;
    size_t dmac_size; /* bytes */
    uint_t dmac_type;
} ddi_dma_cookie_t;

#define dmac_laddress _dmu._dmac_ll

typedef struct ddi_dma_attr {
    uint_t dma_attr_version;
    uint64_t dma_attr_addr_lo;
    uint64_t dma_attr_addr_hi;
    uint64_t dma_attr_count_max; /* most bytes of a cookie, less 1 */
    uint64_t dma_attr_align;
    uint_t dma_attr_burstsizes;
    uint32_t dma_attr_minxfer;
    uint64_t dma_attr_maxxfer;
    uint64_t dma_attr_seg;
    int dma_attr_sgllen;         /* most cookies */
    uint32_t dma_attr_granular;
    uint_t dma_attr_flags;
} ddi_dma_attr_t;

#define DMA_ATTR_V0 0

typedef struct ddi_device_acc_attr {
    ushort_t devacc_attr_version;
    uchar_t devacc_attr_endian_flags;
    uchar_t devacc_attr_dataorder;
    uchar_t devacc_attr_access;
} ddi_device_acc_attr_t;

#define DDI_DEVICE_ATTR_V0 0x0001
#define DDI_NEVERSWAP_ACC 0x00
#define DDI_STRUCTURE_LE_ACC 0x01
#define DDI_STRICTORDER_ACC 0x00

#define DDI_DMA_DONTWAIT ((int (*)(caddr_t))0)
#define DDI_DMA_SLEEP ((int (*)(caddr_t))1)
#define DDI_DMA_WRITE 0x0001 /* the device reads */
#define DDI_DMA_READ 0x0002  /* the device writes */
#define DDI_DMA_RDWR (DDI_DMA_READ | DDI_DMA_WRITE)
#define DDI_DMA_CONSISTENT 0x0010
#define DDI_DMA_STREAMING 0x0040

#define DDI_DMA_MAPPED 0
#define DDI_DMA_NORESOURCES -1
#define DDI_DMA_TOOBIG -3
#define DDI_DMA_BADATTR -8
#define DDI_DMA_INUSE -9

#define DDI_DMA_SYNC_FORDEV 0x0
#define DDI_DMA_SYNC_FORCPU 0x1
#define DDI_DMA_SYNC_FORKERNEL 0x2

#endif
