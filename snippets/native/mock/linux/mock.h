/*
 * The kernel's side of the mock, for tests: one machine with one device. It calls the driver
 * as Linux 6.1 would, in the same context and under the same locks, and ends the program
 * with a rule named linux/... where the driver breaks what the kernel's documents ask for.
 */
#ifndef MOCK_LINUX_H
#define MOCK_LINUX_H

#include <linux/etherdevice.h>
#include <linux/if_vlan.h>
#include <linux/ip.h>
#include <linux/pci.h>
#include <linux/skbuff.h>
#include <linux/tcp.h>

#include "nic8254x.h"

enum { MOCK_KEPT = 64, MOCK_LONGEST = 16384 };

/* A frame, on the wire or as the stack got it. */
struct mock_frame {
    size_t length;
    int vlan; /* -1: none */
    u8 ip_summed;
    unsigned int pieces;
    u8 bytes[MOCK_LONGEST];
};

struct mock_machine {
    struct nic *nic;
    struct pci_dev pdev;
    struct net_device *netdev; /* registered, or NULL */
    u64 jiffies;
    bool open_at_register;    /* udev is quick: opens before register_netdev returns */
    bool refuse_pages;        /* no page is to be had */
    u64 on_wire, delivered;   /* frames so far; the last MOCK_KEPT are kept */
    struct mock_frame wire[MOCK_KEPT], stack[MOCK_KEPT];
    unsigned int interrupts, timeouts, warnings;
};

extern struct mock_machine mock;

void mock_power_on(void);

/* insmod and rmmod: probe and remove. */
int mock_insmod(void);
void mock_rmmod(void);

/* ip link set up and down. */
int mock_open(void);
void mock_stop(void);
int mock_set_mtu(unsigned int mtu);
int mock_set_features(netdev_features_t features);
int mock_vlan(u16 vid, bool wanted);

/* Steps device, interrupts, NAPI, works and watchdog until nothing moves. */
void mock_run(void);
/* The same, and lets so many milliseconds pass. */
void mock_pass(unsigned int milliseconds);
/* One step: the device, one interrupt, one round of NAPI. True if anything moved. */
bool mock_step(void);

/* A frame of one piece; or with its bytes after the first spread over fragments. */
struct sk_buff *mock_skb(const void *bytes, size_t length);
struct sk_buff *mock_skb_spread(const void *bytes, size_t length, size_t head, size_t piece);

/* As dev_hard_start_xmit: false if the queue is stopped or nobody is there; then freed. */
bool mock_send(struct sk_buff *skb, bool more);

/* Nothing is left of the driver: memory, mappings, faults. */
int mock_leaks(void);

/* Between the parts of the mock. */
void mock_dma_page_freed(const void *memory, size_t bytes);
struct page *mock_page_of(const void *memory);
bool mock_work_in(const void *memory, size_t bytes);
bool mock_work_run(void);
void mock_irq_fire(void);
void mock_poll_once(struct napi_struct *napi, int budget);
bool mock_irq_requested(void);
bool mock_rtnl_held(void);
void mock_rtnl(bool held);

#endif
