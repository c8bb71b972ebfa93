/* The framework: what ifconfig asks, and what of it goes on to the driver. */
#include <sys/sockio.h>

#include "iflib_mock.h"


static int set_mtu(struct iflib_ctx *ctx, int mtu)
{
    bool was = ctx->running;
    int error;

    if (mtu < ETHERMIN)
        return EINVAL;
    if (was)
        iflib_stop(ctx);
    error = IFLIB_CALL(ctx, ifdi_mtu_set, ctx, (uint32_t)mtu);
    if (error == 0)
        if_setmtu(ctx->ifp, mtu);
    if (was)
        iflib_start(ctx);
    return error;
}

static int set_flags(struct iflib_ctx *ctx)
{
    if (!(if_getflags(ctx->ifp) & IFF_UP)) {
        if (ctx->running)
            iflib_stop(ctx);
        return 0;
    }
    return ctx->running ? IFLIB_CALL(ctx, ifdi_promisc_set, ctx, if_getflags(ctx->ifp))
                        : iflib_start(ctx);
}

static int set_capabilities(struct iflib_ctx *ctx, int wanted)
{
    bool was = ctx->running;
    int enabled = wanted & if_getcapabilities(ctx->ifp), assist = 0;

    if (was)
        iflib_stop(ctx);
    if_setcapenable(ctx->ifp, enabled);
    assist |= enabled & IFCAP_TXCSUM ? CSUM_IP | CSUM_IP_TCP | CSUM_IP_UDP : 0;
    assist |= enabled & IFCAP_TXCSUM_IPV6 ? CSUM_IP6_TCP | CSUM_IP6_UDP : 0;
    assist |= enabled & IFCAP_TSO4 ? CSUM_IP_TSO : 0;
    if_sethwassist(ctx->ifp, assist);
    if (was)
        iflib_start(ctx);
    if_vlancap(ctx->ifp);
    return 0;
}

int iflib_control(if_t ifp, u_long command, caddr_t data)
{
    struct iflib_ctx *ctx = if_getsoftc(ifp);
    struct ifreq *request = (struct ifreq *)data;

    switch (command) {
    case SIOCSIFMTU:
        return set_mtu(ctx, request->ifr_mtu);
    case SIOCSIFFLAGS:
        return set_flags(ctx);
    case SIOCADDMULTI:
    case SIOCDELMULTI:
        if (ctx->running)
            IFLIB_CALL(ctx, ifdi_multi_set, ctx);
        return 0;
    case SIOCSIFCAP:
        return set_capabilities(ctx, request->ifr_reqcap);
    case SIOCSIFMEDIA:
    case SIOCGIFMEDIA:
        return ifmedia_ioctl(ifp, request, &ctx->media, command);
    case SIOCGI2C:
        return IFLIB_CALL(ctx, ifdi_i2c_req, ctx, NULL);
    default:
        return ether_ioctl(ifp, command, data);
    }
}

int iflib_media_change(if_t ifp)
{
    struct iflib_ctx *ctx = if_getsoftc(ifp);

    return IFLIB_CALL(ctx, ifdi_media_change, ctx);
}

void iflib_media_status(if_t ifp, struct ifmediareq *request)
{
    struct iflib_ctx *ctx = if_getsoftc(ifp);

    IFLIB_CALL(ctx, ifdi_media_status, ctx, request);
}

uint64_t iflib_counter(if_t ifp, ift_counter which)
{
    struct iflib_ctx *ctx = if_getsoftc(ifp);

    return IFLIB_CALL(ctx, ifdi_get_counter, ctx, which);
}

void iflib_flush(if_t ifp)
{
    struct iflib_ctx *ctx = if_getsoftc(ifp);
    struct mbuf *m;

    mtx_lock(&ctx->mutex);
    while ((m = mbufq_dequeue(&ctx->waiting)) != NULL)
        m_freem(m);
    mtx_unlock(&ctx->mutex);
}

void iflib_init(void *arg)
{
    iflib_start(arg);
}
