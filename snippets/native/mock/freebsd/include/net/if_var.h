/* net/if_var.h, net/ifq.h: ifnet(9), drbr(9). FreeBSD 15: accessors only. */
#ifndef MOCK_NET_IF_VAR_H
#define MOCK_NET_IF_VAR_H

#include <net/if.h>
#include <net/if_dl.h>
#include <sys/buf_ring.h>
#include <sys/mbuf.h>

union if_snd_tag_alloc_params;

typedef void (*if_init_fn_t)(void *softc);
typedef int (*if_ioctl_fn_t)(if_t, u_long command, caddr_t data);
typedef int (*if_transmit_fn_t)(if_t, struct mbuf *);
typedef void (*if_qflush_fn_t)(if_t);
typedef uint64_t (*if_get_counter_t)(if_t, ift_counter);
typedef int(if_snd_tag_alloc_t)(if_t, union if_snd_tag_alloc_params *, struct m_snd_tag **);
typedef u_int iflladdr_cb_t(void *argument, struct sockaddr_dl *address, u_int count);

if_t if_alloc(u_char type); /* cannot fail */
void if_free(if_t ifp);
void if_initname(if_t ifp, const char *name, int unit);
int if_printf(if_t ifp, const char *format, ...) __attribute__((format(printf, 2, 3)));
int if_setsoftc(if_t ifp, void *softc);
void *if_getsoftc(if_t ifp);
int if_setdev(if_t ifp, void *device);
int if_setflags(if_t ifp, int flags);
int if_getflags(const if_t ifp);
int if_setdrvflagbits(if_t ifp, int set, int clear);
int if_getdrvflags(const if_t ifp);
void if_setinitfn(if_t ifp, if_init_fn_t function);
void if_setioctlfn(if_t ifp, if_ioctl_fn_t function);
void if_settransmitfn(if_t ifp, if_transmit_fn_t function);
void if_setqflushfn(if_t ifp, if_qflush_fn_t function);
void if_setgetcounterfn(if_t ifp, if_get_counter_t function);
void if_setsndtagallocfn(if_t ifp, if_snd_tag_alloc_t *function);
int if_setcapabilities(if_t ifp, int capabilities);
int if_getcapabilities(const if_t ifp);
int if_setcapenable(if_t ifp, int capabilities);
int if_getcapenable(const if_t ifp);
int if_togglecapenable(if_t ifp, int capabilities);
int if_sethwassist(if_t ifp, int bits);
int if_gethwassist(const if_t ifp);
int if_setmtu(if_t ifp, int mtu);
int if_getmtu(const if_t ifp);
int if_setifheaderlen(if_t ifp, int length);
int if_sethwtsomax(if_t ifp, u_int bytes);
int if_sethwtsomaxsegcount(if_t ifp, u_int count);
int if_sethwtsomaxsegsize(if_t ifp, u_int bytes);
uint64_t if_setbaudrate(if_t ifp, uint64_t rate);
void if_link_state_change(if_t ifp, int state);
void if_inc_counter(if_t ifp, ift_counter counter, int64_t by);
uint64_t if_get_counter_default(if_t ifp, ift_counter counter);
caddr_t if_getlladdr(const if_t ifp);
u_int if_foreach_llmaddr(if_t ifp, iflladdr_cb_t *callback, void *argument);
void if_input(if_t ifp, struct mbuf *m); /* in the net epoch, without a lock */
void if_vlancap(if_t ifp);               /* may sleep */
void if_qflush(if_t ifp);

int drbr_enqueue(if_t ifp, struct buf_ring *ring, struct mbuf *m); /* frees m on error */
struct mbuf *drbr_dequeue(if_t ifp, struct buf_ring *ring);        /* with the ring's lock */
int drbr_empty(if_t ifp, struct buf_ring *ring);
void drbr_flush(if_t ifp, struct buf_ring *ring);

#endif
