/*
 * The executable mock of an illumos kernel (GLDv3, DDI; 2020-11): what a test does with it,
 * and what its parts ask of each other. It is single threaded; whatever could run at another
 * time (interrupt, periodic call) runs in mock_run or mock_wait. Rules are named illumos/....
 */
#ifndef MOCK_ILLUMOS_H
#define MOCK_ILLUMOS_H

#include <stdbool.h>
#include <sys/devops.h>
#include <sys/mac_provider.h>

#include "nic8254x.h"

/* Loads the module, attaches the instance: DDI_SUCCESS, or what came instead. */
int mock_attach(struct nic *nic);

/* Closes the interface, detaches, unloads. If detach refuses, all stays as it is. */
int mock_detach(void);

/* Tries to detach while the interface is open. */
int mock_detach_open(void);

/* What modinfo prints: _info(9E). */
int mock_module_is_known(void);

int mock_suspend(void);
int mock_resume(void);
int mock_quiesce(void);

/* The interrupt has a priority at which no mutex can be taken. */
void mock_set_hilevel(bool hilevel);

/* Runs device, interrupts and periodic calls until nothing moves; a step is a millisecond. */
void mock_run(void);
void mock_wait(int steps);

/* What dladm and the IP stack do: 0 or an error number. */
int mock_up(bool up);
int mock_set_property(mac_prop_id_t id, const void *value, uint_t bytes);
int mock_get_property(mac_prop_id_t id, void *value, uint_t bytes);
int mock_set_mtu(uint32_t mtu);
int mock_set_promiscuous(bool on);
int mock_group(bool add, const uint8_t address[6]);
int mock_set_address(const uint8_t address[6]);
int mock_statistic(uint_t stat, uint64_t *value);
bool mock_capability(mac_capab_t capability, void *data);
link_state_t mock_link(void);

/* Hears each frame that goes up; the message is the mock's. */
void mock_listen(void (*listener)(const mblk_t *mp));

/* The stack keeps the next frames until mock_let_go. */
void mock_hold(int frames);
void mock_let_go(void);

/* The stack answers each frame with the same message, before mac_rx returns. */
void mock_echo(bool on);

/* A message of the stack, cut into so many pieces; its memory never fails. */
mblk_t *mock_message(const uint8_t *bytes, int length, int pieces);
void mock_ask(mblk_t *mp, uint32_t flags, uint32_t start, uint32_t stuff, uint32_t mss);

/* Sends a chain, or lets it wait while the driver has asserted flow control. */
void mock_transmit(mblk_t *chain);
int mock_waiting(void);

/* Objects of a kernel that are still alive; names them on stderr. */
int mock_leaks(void);

/* Between the parts. */
enum { MOCK_PRIORITY = 6, MOCK_HILEVEL = 11 };
extern bool mock_quiescing;                     /* kernel.c */
void mock_may_wait(const char *what);           /* kernel.c: or the rule is broken */
void *mock_take_surely(size_t bytes, const char *what); /* kernel.c */
void mock_check_returned(const char *from);     /* kernel.c: no mutex may still be held */
void mock_check_gone(const void *memory, size_t bytes); /* kernel.c: no mutex, no periodic */
void mock_run_periodics(void);                  /* kernel.c */
int mock_kernel_leaks(void);                    /* kernel.c */
bool mock_device_may_move(void);                /* nexus.c: and reach memory */
bool mock_device_is_running(void);              /* nexus.c: it could write to memory now */
bool mock_interrupt(bool pending);              /* interrupt.c: true if the handler ran */
void *mock_interrupt_argument(void);            /* interrupt.c: while its handler is set */
ddi_acc_handle_t mock_memory_handle(void *memory, size_t bytes); /* nexus.c; may fail */
void *mock_memory_of(ddi_acc_handle_t handle, size_t *bytes);    /* nexus.c */
void mock_memory_handle_free(ddi_acc_handle_t handle);           /* nexus.c */
int mock_nexus_leaks(void);                     /* nexus.c */
bool mock_message_is_live(const mblk_t *mp);    /* mblk.c */
bool mock_message_bind(const void *memory, int by); /* mblk.c: a handle is bound to it */
bool mock_is_lent(const void *memory, size_t bytes); /* mblk.c: a message has it as buffer */
int mock_message_leaks(void);                   /* mblk.c */
bool mock_is_registered(void);                  /* mac.c */
bool mock_is_started(void);                     /* mac.c */
struct dev_ops *mock_driver(void);              /* mac.c: what mod_install was given */
int mock_mac_leaks(void);                       /* mac.c */

#endif
