/* ifmedia(9): what media there are, and the lock around a driver's callbacks. */
#include <net/if_media.h>
#include <sys/sockio.h>

#include "memory.h"
#include "mock.h"
#include "rule.h"

#if __NetBSD_Version__ >= 1000000000
/* Who gives no lock is taken for a driver of the kernel lock's days: a spin mutex. */
static void use_lock(struct ifmedia *media, kmutex_t *lock)
{
    media->ifm_lock = lock;
    if (!lock) {
        media->ifm_lock = &media->own;
        mutex_init(&media->own, MUTEX_DEFAULT, IPL_NET);
    }
}

static void enter(struct ifmedia *media)
{
    mutex_enter(media->ifm_lock);
}

static void leave(struct ifmedia *media)
{
    mutex_exit(media->ifm_lock);
}

void ifmedia_init_with_lock(struct ifmedia *media, int ignore, ifm_change_cb_t change,
                            ifm_stat_cb_t status, kmutex_t *lock)
{
    memset(media, 0, sizeof *media);
    media->ifm_mask = (u_int)ignore;
    media->ifm_change = change;
    media->ifm_status = status;
    use_lock(media, lock);
}
#else
static void use_lock(struct ifmedia *media, kmutex_t *lock)
{
    (void)media, (void)lock;
}

static void enter(struct ifmedia *media)
{
    (void)media;
}

static void leave(struct ifmedia *media)
{
    (void)media;
}
#endif

void ifmedia_init(struct ifmedia *media, int ignore, ifm_change_cb_t change,
                  ifm_stat_cb_t status)
{
    memset(media, 0, sizeof *media);
    media->ifm_mask = (u_int)ignore;
    media->ifm_change = change;
    media->ifm_status = status;
    use_lock(media, NULL);
}

void ifmedia_add(struct ifmedia *media, int word, int data, void *more)
{
    (void)word, (void)data, (void)more;
    rule_require(media->ifm_change && media->ifm_status, "netbsd/media-not-initialised",
                 "ifmedia(9)", "ifmedia_add before ifmedia_init");
    if (!media->entries)
        media->entries = memory_take(1, "ifmedia_add");
    if (!media->entries) /* it waits */
        media->entries = memory_take(1, "ifmedia_add");
}

void ifmedia_set(struct ifmedia *media, int word)
{
    rule_require(media->entries, "netbsd/media-unknown", "ifmedia(9)",
                 "ifmedia_set of a medium that was not added");
    media->ifm_media = (u_int)word;
}

static void forget(struct ifmedia *media)
{
    if (media->entries)
        memory_give(media->entries, "ifmedia");
    media->entries = NULL;
}

#if __NetBSD_Version__ >= 1000000000
void ifmedia_fini(struct ifmedia *media)
{
    forget(media);
    if (media->ifm_lock == &media->own)
        mutex_destroy(&media->own);
}
#else
void ifmedia_delete_instance(struct ifmedia *media, u_int instance)
{
    rule_require(instance == (u_int)IFM_INST_ANY, "netbsd/media-left", "ifmedia(9)",
                 "ifmedia_delete_instance of instance %u only", instance);
    forget(media);
}
#endif

static int change_media(struct ifnet *ifp, struct ifmedia *media, int word)
{
    int error;

    enter(media);
    media->ifm_media = (u_int)word;
    error = media->ifm_change(ifp);
    leave(media);
    return error;
}

int ifmedia_ioctl(struct ifnet *ifp, struct ifreq *request, struct ifmedia *media,
                  u_long command)
{
    struct ifmediareq answer = {0, 0};

    rule_require(media->entries, "netbsd/media-not-initialised", "ifmedia(9)",
                 "ifmedia_ioctl before a medium was added, or after all were removed");
    if (command == SIOCSIFMEDIA)
        return change_media(ifp, media, request->ifr_media);
    enter(media);
    media->ifm_status(ifp, &answer);
    leave(media);
    request->ifr_media = answer.ifm_active;
    return 0;
}
