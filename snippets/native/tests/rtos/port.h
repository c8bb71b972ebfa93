/* A port to test with: device, driver, mock kernel, a small stack, and what both ends heard. */
#ifndef PORT_H
#define PORT_H

#include <string.h>

#include "mock.h"
#include "rbe.h"
#include "tap.h"

enum { PORT_LONGEST = 4096 };

/* What one end has heard. */
struct heard {
    int count;  /* all frames */
    int wrong;  /* numbered frames that differ from what was sent, or come out of order */
    int next;   /* least number that may come */
    int length; /* of the last */
    int pieces, flags;
    uint8_t bytes[PORT_LONGEST];
};

/* What the stack does with what it gets. */
struct stack {
    bool holds, echoes;
    struct netbuf *held;
    int rooms, links;
    bool link_up;
    int came_home; /* pieces of the stack's own memory */
};

extern struct heard on_wire, in_stack;
extern struct stack stack;
extern struct nic *nic;
extern struct rbe_port port;
extern const struct rbe_config board;

/* Power, boot, attach, link: the port is ready. */
void port_open(void);
/* Detach, power off, and nothing may be left. */
void port_close(void);
void port_power_on(void);
void port_power_off(void);

/* Frame number so-and-so: the same bytes each time. */
int port_frame(uint8_t *bytes, int length, int number, const uint8_t destination[6]);
/* In blocks of the driver's pool; RTOS_NO_MEMORY: there were too few. */
struct netbuf *port_netbuf(const uint8_t *bytes, int length, int piece);
int port_send(int number, int length, int piece);
/* In the stack's own memory, at an odd address, in so many pieces. */
struct netbuf *port_own(const uint8_t *bytes, int length, int pieces);
/* Sends it, or frees it. */
int port_output(struct netbuf *frame);
bool port_arrive(int number, int length);
void stack_release(void);

/* An Ethernet frame with an IP packet of that protocol; sums 0, or right. tag: -1, or in it. */
int port_ip_frame(uint8_t *bytes, bool ipv6, int protocol, int payload, int tag);
bool port_sums(uint8_t *bytes, int length);

#endif
