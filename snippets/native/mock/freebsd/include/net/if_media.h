/* net/if_media.h: ifmedia(9). FreeBSD 15. */
#ifndef MOCK_NET_IF_MEDIA_H
#define MOCK_NET_IF_MEDIA_H

#include <net/if.h>

#define IFM_ETHER 0x00000020
#define IFM_AUTO 0
#define IFM_NONE 2
#define IFM_1000_T 16
#define IFM_FDX 0x00100000
#define IFM_IMASK 0xf0000000
#define IFM_AVALID 0x00000001
#define IFM_ACTIVE 0x00000002
#define IFM_SUBTYPE(media) ((media) & 0x1f)

typedef int (*ifm_change_cb_t)(if_t ifp);
typedef void (*ifm_stat_cb_t)(if_t ifp, struct ifmediareq *request);

struct ifmedia {
    int ifm_mask, ifm_media;
    void *entries; /* the mock's list */
    ifm_change_cb_t ifm_change;
    ifm_stat_cb_t ifm_status;
};

void ifmedia_init(struct ifmedia *media, int ignore, ifm_change_cb_t change,
                  ifm_stat_cb_t status);
void ifmedia_add(struct ifmedia *media, int word, int data, void *more);
void ifmedia_set(struct ifmedia *media, int word);
void ifmedia_removeall(struct ifmedia *media);
int ifmedia_ioctl(if_t ifp, struct ifreq *request, struct ifmedia *media, u_long command);

#endif
