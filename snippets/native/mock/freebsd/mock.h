/*
 * The executable mock of a FreeBSD 15 kernel: what a test does with it, and what its
 * parts ask of each other. It is single threaded; whatever could run at another time
 * (interrupt, task, callout) runs in mock_run or mock_wait. Rules are named freebsd/....
 */
#ifndef MOCK_FREEBSD_H
#define MOCK_FREEBSD_H

#include <net/ethernet.h>
#include <sys/bus.h>
#include <sys/mbuf.h>

#include "nic8254x.h"

/* Newbus finds the device, asks the driver, attaches: 0, or attach's error. */
int mock_attach(struct nic *nic);

/* device_detach; then whatever is left of the driver is a broken rule. */
int mock_detach(void);

device_t mock_device(void);
if_t mock_interface(void);

/* Hears each frame that goes up; the mbufs are the mock's and are freed after it. */
void mock_listen(void (*listener)(const struct mbuf *m));

/* Runs device, interrupts, tasks and callouts until nothing moves; a step is a tick. */
void mock_run(void);

/* The same for so many ticks, quiet or not; 1000 are a second. */
void mock_wait(int steps);

/* What ifconfig does: 0 or an error of ioctl. */
int mock_up(bool up);
int mock_set_mtu(int mtu);
int mock_set_capabilities(int wanted);
int mock_set_flag(int flag, bool on);
int mock_add_group(const uint8_t address[6]);
int mock_ioctl(u_long command, struct ifreq *request);

/* A packet of the stack, cut into so many pieces; its memory never fails. */
struct mbuf *mock_packet(const uint8_t *bytes, int length, int pieces);

/* ifp->if_transmit, in the net epoch, as ether_output_frame does. */
int mock_transmit(struct mbuf *m);

/* The next n tries of mtx_trylock find the mutex taken by another CPU. */
void mock_contend(int tries);

/* Whether if_link_state_change last said up; frames that bpf saw; resets of nothing. */
bool mock_link_is_up(void);
long mock_tapped(void);

/* Objects of a kernel that are still alive; names them on stderr. */
int mock_leaks(void);

/* The parts take the host's memory. */
#undef malloc
#undef free

/* Between the parts. */
void mock_may_sleep(const char *what);          /* kernel.c: or the rule is broken */
void *mock_take_surely(size_t bytes, const char *what); /* kernel.c: as M_WAITOK */
void mock_enter_epoch(void);                    /* kernel.c */
void mock_exit_epoch(void);
bool mock_in_epoch(void);
void mock_check_returned(const char *from);     /* kernel.c: no lock may still be held */
bool mock_run_tasks(void);                      /* tasks.c: true if one ran */
void mock_run_callouts(void);                   /* kernel.c */
int mock_kernel_leaks(void);                    /* kernel.c */
void mock_check_softc(const void *softc, size_t bytes); /* kernel.c: no timer in freed memory */
int mock_mbuf_leaks(void);                      /* mbuf.c */
bool mock_mbuf_is_live(const struct mbuf *m);   /* mbuf.c */
void mock_mbuf_map(struct mbuf *m, int by);     /* mbuf.c: a map refers to it, or no longer */
int mock_bus_dma_leaks(void);                   /* bus_dma.c */
struct nic *mock_nic(void);                     /* newbus.c */
bool mock_device_may_move(void);                /* newbus.c: and reach memory */
bool mock_device_is_running(void);              /* newbus.c: it could write to memory now */
bool mock_is_attached(void);                    /* ifnet.c: between ether_ifattach and -detach */
int mock_interface_leaks(void);                 /* ifnet.c */

#endif
