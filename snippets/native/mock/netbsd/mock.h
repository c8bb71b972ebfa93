/*
 * The executable mock of a NetBSD kernel (10, or 7.99.34 with MOCK_NETBSD_VERSION): what a
 * test does with it, and what its parts ask of each other. It is single threaded; whatever
 * could run at another time (interrupt, soft interrupt, callout, the stack's own soft
 * interrupt) runs in mock_run or mock_wait. Rules are named netbsd/....
 */
#ifndef MOCK_NETBSD_H
#define MOCK_NETBSD_H

#include <net/if_ether.h>
#include <net/if_media.h>
#include <net/if_stats.h>
#include <sys/bus.h>
#include <sys/device.h>

#include "nic8254x.h"

/* Autoconf finds the device: match, attach. 0, or ENXIO if no interface came of it; then it
 * was detached too, as at shutdown. */
int mock_attach(struct nic *nic);

/* ca_detach; then whatever is left of the driver is a broken rule. */
int mock_detach(void);

struct ifnet *mock_interface(void);

/* Hears each frame that goes up; the mbufs are the mock's and are freed after it. */
void mock_listen(void (*listener)(const struct mbuf *m));

/* Runs device, interrupts, soft interrupts and callouts until nothing moves; a step is a tick. */
void mock_run(void);

/* The same for so many ticks, quiet or not; 1000 are a second. */
void mock_wait(int steps);

/* What ifconfig does: 0 or an error of ioctl. */
int mock_up(bool up);
int mock_set_mtu(int mtu);
int mock_set_capabilities(uint64_t wanted);
int mock_set_flag(int flag, bool on);
int mock_add_group(const uint8_t first[6], const uint8_t last[6]);
int mock_delete_group(const uint8_t first[6], const uint8_t last[6]);
int mock_set_media(int word);
int mock_ioctl(u_long command, void *data);

/* A packet of the stack, cut into so many pieces; its memory never fails. */
struct mbuf *mock_packet(const uint8_t *bytes, int length, int pieces);

/* What TCP keeps of a packet, to send it again: other mbufs, the same storage. */
struct mbuf *mock_kept(const struct mbuf *m);

/* if_transmit of the stack: if_snd, then if_start. From a thread, or a soft interrupt. */
int mock_transmit(struct mbuf *m);
int mock_transmit_soft(struct mbuf *m);

/* The tag of a packet, or -1; and to give it one. */
int mock_tag_of(const struct mbuf *m);
void mock_tag(struct mbuf *m, uint16_t tag);

/* Whether if_link_state_change last said up; frames sent that bpf saw; what was counted. */
bool mock_link_is_up(void);
long mock_tapped(void);
enum mock_counter { MOCK_IPACKETS, MOCK_IERRORS, MOCK_OPACKETS, MOCK_OERRORS };
uint64_t mock_count(enum mock_counter counter);

/* Callouts that will still be called. */
int mock_pending_callouts(void);

/* Objects of a kernel that are still alive; names them on stderr. */
int mock_leaks(void);

/* Between the parts. */
void mock_may_sleep(const char *what);           /* kernel.c: or the rule is broken */
void mock_check_returned(const char *from);      /* kernel.c: no mutex may still be held */
void mock_check_flags(const char *after);        /* ifnet.c: if_flags only with IFNET_LOCK */
int mock_kernel_leaks(void);                     /* kernel.c */
bool mock_run_softints(void);                    /* softint.c: true if one ran */
void mock_tick(void);                            /* softint.c: callouts that are due */
int mock_softint_leaks(void);                    /* softint.c */
int mock_mbuf_leaks(void);                       /* mbuf.c */
bool mock_mbuf_is_live(const struct mbuf *m);    /* mbuf.c */
int mock_mbuf_room(const struct mbuf *m);        /* mbuf.c: bytes from m_data on */
void mock_free_tags(struct mbuf *m);               /* mbuf_tag.c */
void mock_mbuf_map(struct mbuf *m, int by);      /* mbuf.c: a map refers to it, or no longer */
int mock_bus_dma_leaks(void);                    /* bus_dma.c */
bus_dma_tag_t mock_dma_tag(void);                /* bus_dma.c */
struct nic *mock_nic(void);                      /* autoconf.c */
bool mock_device_may_move(void);                 /* autoconf.c: and reach memory */
bool mock_device_is_running(void);               /* autoconf.c: it could write to memory now */
int mock_pci_leaks(void);                        /* pci.c */
struct pci_attach_args;
void mock_pci_attach(struct pci_attach_args *pa); /* pci.c: fills in what a driver is given */
bool mock_bus_master(void);                      /* pci.c */
bool mock_interrupt_if_high(void);               /* pci.c: calls the handler */
bool mock_has_handler(void);                     /* pci.c */
bool mock_is_attached(void);                     /* ifnet.c: from if_initialize to if_detach */
bool mock_takes_calls(void);                     /* ifnet.c: from if_register to ether_ifdetach */
int mock_interface_leaks(void);                  /* ifnet.c */
int mock_percpuq_leaks(void);                    /* percpuq.c */

#endif
