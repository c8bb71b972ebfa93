/* net/if_media.h: ifmedia(9). */
#ifndef MOCK_NET_IF_MEDIA_H
#define MOCK_NET_IF_MEDIA_H

#include <net/if.h>

#define IFM_ETHER 0x00000020
#define IFM_AUTO 0
#define IFM_NONE 2
#define IFM_1000_T 16
#define IFM_FDX 0x00100000
#define IFM_TMASK 0x0000001f                 /* mock: wider in NetBSD 10 */
#define IFM_SUBTYPE(word) ((word) & IFM_TMASK)
#define IFM_AVALID 0x00000001
#define IFM_ACTIVE 0x00000002
#define IFM_INST_ANY (-1)                    /* mock */

typedef int (*ifm_change_cb_t)(struct ifnet *);
typedef void (*ifm_stat_cb_t)(struct ifnet *, struct ifmediareq *);

struct ifmedia {
    u_int ifm_mask;
    u_int ifm_media;
    ifm_change_cb_t ifm_change;
    ifm_stat_cb_t ifm_status;
#if __NetBSD_Version__ >= 1000000000
    kmutex_t *ifm_lock; /* held around both */
#endif
    kmutex_t own;  /* mock: its own lock, of a driver that gave none */
    void *entries; /* mock */
};

void ifmedia_init(struct ifmedia *media, int ignore, ifm_change_cb_t change,
                  ifm_stat_cb_t status);
void ifmedia_add(struct ifmedia *media, int word, int data, void *more);
void ifmedia_set(struct ifmedia *media, int word);
int ifmedia_ioctl(struct ifnet *ifp, struct ifreq *request, struct ifmedia *media,
                  u_long command);
#if __NetBSD_Version__ >= 1000000000
void ifmedia_init_with_lock(struct ifmedia *media, int ignore, ifm_change_cb_t change,
                            ifm_stat_cb_t status, kmutex_t *lock);
void ifmedia_fini(struct ifmedia *media);
#else
void ifmedia_delete_instance(struct ifmedia *media, u_int instance);
#endif

#endif
