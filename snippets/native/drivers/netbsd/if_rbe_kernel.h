/*
 * What changed between the kernels this driver is built for: NetBSD 10, and 7.99.34 of
 * August 2016, which became NetBSD 8. Everything else is written once, for both.
 */
#ifndef IF_RBE_KERNEL_H
#define IF_RBE_KERNEL_H

#include <sys/param.h>
#include <sys/mbuf.h>
#include <net/if.h>
#include <net/if_ether.h>
#include <net/if_media.h>
#include <net/if_vlanvar.h>
#include <net/bpf.h>

// tag::kernels[]
#if __NetBSD_Version__ >= 1000000000
#include <net/if_stats.h>
#define rbe_count(ifp, counter) if_statinc(ifp, counter) /* a counter on each CPU */
#define rbe_tap_sent(ifp, m) bpf_mtap(ifp, m, BPF_D_OUT)
#define rbe_received(ifp, m) ((void)0) /* the queue to the stack counts and taps */
#define rbe_interface_lock(ifp) IFNET_LOCK(ifp) /* in 7.99.34 that name is the list's lock */
#define rbe_interface_unlock(ifp) IFNET_UNLOCK(ifp)
#define rbe_media_begin(media, change, status, lock) \
    ifmedia_init_with_lock(media, 0, change, status, lock)
#define rbe_media_enter(lock) KASSERT(mutex_owned(lock)) /* ifmedia_ioctl(9) has entered it */
#define rbe_media_exit(lock) ((void)(lock))
#define rbe_media_end(media) ifmedia_fini(media)

static inline int32_t rbe_get_tag(struct ethercom *ec __unused, struct mbuf *m)
{
    return vlan_has_tag(m) ? vlan_get_tag(m) : -1;
}

static inline bool rbe_set_tag(struct ifnet *ifp __unused, struct mbuf *m, uint16_t tag)
{
    vlan_set_tag(m, tag);
    return true;
}
#else
#define IFEF_MPSAFE IFEF_START_MPSAFE
#define ETHER_LOCK(ec) ((void)(ec)) /* the list has splnet(9) only */
#define ETHER_UNLOCK(ec) ((void)(ec))
#define rbe_interface_lock(ifp) mutex_enter((ifp)->if_ioctl_lock)
#define rbe_interface_unlock(ifp) mutex_exit((ifp)->if_ioctl_lock)
#define m_remove_pkthdr(m) (m_tag_delete_chain(m, NULL), (m)->m_flags &= ~M_PKTHDR)
#define rbe_count(ifp, counter) ((ifp)->counter++)
#define rbe_tap_sent(ifp, m) bpf_mtap(ifp, m)
#define rbe_received(ifp, m) (rbe_count(ifp, if_ipackets), bpf_mtap(ifp, m))
#define rbe_media_begin(media, change, status, lock) ifmedia_init(media, 0, change, status)
#define rbe_media_enter(lock) mutex_enter(lock)
#define rbe_media_exit(lock) mutex_exit(lock)
#define rbe_media_end(media) ifmedia_delete_instance(media, IFM_INST_ANY)

/* A tag is a m_tag(9) of its own. */
static inline int32_t rbe_get_tag(struct ethercom *ec, struct mbuf *m)
{
    struct m_tag *tag = VLAN_OUTPUT_TAG(ec, m);

    return tag != NULL ? (int32_t)VLAN_TAG_VALUE(tag) : -1;
}

/* False: no memory for the tag, and the frame is freed. */
static inline bool rbe_set_tag(struct ifnet *ifp, struct mbuf *m, uint16_t tag)
{
    VLAN_INPUT_TAG(ifp, m, tag, return false);
    return true;
}
#endif
// end::kernels[]

#endif
